/**
 * Where sentences end and which language they are in. What they mean is not decided here.
 */
@NullMarked
package bangban.language.sentence;

import org.jspecify.annotations.NullMarked;
