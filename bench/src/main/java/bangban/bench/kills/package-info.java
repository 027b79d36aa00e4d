/**
 * The proof that what was accepted is added once, however often the server is killed. What it kills is the server itself, in a process
 * of its own; it knows nothing of how files are kept.
 */
@NullMarked
package bangban.bench.kills;

import org.jspecify.annotations.NullMarked;
