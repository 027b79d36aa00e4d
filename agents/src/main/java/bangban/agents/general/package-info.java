/**
 * Greets, says what the platform can do, and declines what belongs to no specialist. It knows no documents.
 */
@NullMarked
package bangban.agents.general;

import org.jspecify.annotations.NullMarked;
