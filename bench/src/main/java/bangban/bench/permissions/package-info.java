/**
 * {@code prove permissions}: random enterprises whose documents are moved, shared, closed and deleted while random readers search them. What
 * each may see is worked out beside the knowledge base, by going through a list.
 */
@NullMarked
package bangban.bench.permissions;

import org.jspecify.annotations.NullMarked;
