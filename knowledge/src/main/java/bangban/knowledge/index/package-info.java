/**
 * Passages in, ranked passages out, filtered by reader and date inside the query. Fusion, rescoring and neighbours are not here but in
 * {@link bangban.knowledge.retrieve}.
 */
@NullMarked
package bangban.knowledge.index;

import org.jspecify.annotations.NullMarked;
