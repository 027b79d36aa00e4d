/**
 * Documents from a seed, in every format that is read, for proofs and benchmarks that must not depend on outside data. What is measured
 * with them is elsewhere.
 */
@NullMarked
package bangban.bench.writing;

import org.jspecify.annotations.NullMarked;
