/**
 * The evaluation commands, proofs and benchmarks. They use the platform through what it offers everyone.
 */
@NullMarked
package bangban.bench;

import org.jspecify.annotations.NullMarked;
