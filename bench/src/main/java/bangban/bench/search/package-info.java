/**
 * {@code bench search}: the embedded index over synthetic passages, timed and held against comparing every vector. The passages mean
 * nothing; quality is measured by {@link bangban.bench.retrieval}.
 */
@NullMarked
package bangban.bench.search;

import org.jspecify.annotations.NullMarked;
