/**
 * A question to the passages that may answer it: query understanding, fusion, rescoring. What an answer says is the agents' business.
 */
@NullMarked
package bangban.knowledge.retrieve;

import org.jspecify.annotations.NullMarked;
