/**
 * Text to vectors with the embedded encoder. How vectors are compared and stored is for others.
 */
@NullMarked
package bangban.language.encode;

import org.jspecify.annotations.NullMarked;
