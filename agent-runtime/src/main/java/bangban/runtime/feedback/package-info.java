/**
 * What askers think of the answers they got, and who may read it. Nothing here changes an answer.
 */
@NullMarked
package bangban.runtime.feedback;

import org.jspecify.annotations.NullMarked;
