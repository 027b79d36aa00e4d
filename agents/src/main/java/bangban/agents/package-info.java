/**
 * Registers the specialists, one package each. What they share with one another goes by name through the runtime.
 */
@NullMarked
package bangban.agents;

import org.jspecify.annotations.NullMarked;
