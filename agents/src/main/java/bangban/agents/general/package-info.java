/**
 * Greets, says what the platform can do, and answers what belongs to no specialist from a language model, or declines it. It knows no
 * documents.
 */
@NullMarked
package bangban.agents.general;

import org.jspecify.annotations.NullMarked;
