/**
 * {@code eval routing}: how well messages reach the right agent. What routes them is the runtime's.
 */
@NullMarked
package bangban.bench.routing;

import org.jspecify.annotations.NullMarked;
