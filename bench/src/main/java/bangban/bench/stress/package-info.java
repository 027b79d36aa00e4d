/**
 * The proof that no file brings the platform down: a running server is fed hostile files while its processes are watched. It holds no
 * files of its own and never reads one itself.
 */
@NullMarked
package bangban.bench.stress;

import org.jspecify.annotations.NullMarked;
