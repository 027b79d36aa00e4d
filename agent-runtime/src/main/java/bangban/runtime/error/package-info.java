/**
 * The one exception that the platform throws on purpose, and its codes. Sentences for people are made at the edge, in their language.
 */
@NullMarked
package bangban.runtime.error;

import org.jspecify.annotations.NullMarked;
