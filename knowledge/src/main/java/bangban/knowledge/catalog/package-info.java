/**
 * The documents there are, their versions, places and originals. Their passages live in the index.
 */
@NullMarked
package bangban.knowledge.catalog;

import org.jspecify.annotations.NullMarked;
