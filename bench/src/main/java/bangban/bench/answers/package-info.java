/**
 * Asks the policy agent the questions of a test set over the documents of a test set and scores what it says. Scoring uses only what a
 * caller of the API would see.
 */
@NullMarked
package bangban.bench.answers;

import org.jspecify.annotations.NullMarked;
