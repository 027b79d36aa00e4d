/**
 * Learners of linear models, deterministic and small enough to read. What is learned from, and what for, is said where they are used.
 */
@NullMarked
package bangban.bench.learn;

import org.jspecify.annotations.NullMarked;
