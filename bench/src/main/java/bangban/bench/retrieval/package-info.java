/**
 * {@code eval retrieval} and {@code bench retrieval-tune}: search quality on test sets that users bring, and the weights learned from
 * one. The search itself is {@link bangban.knowledge.retrieve}'s.
 */
@NullMarked
package bangban.bench.retrieval;

import org.jspecify.annotations.NullMarked;
