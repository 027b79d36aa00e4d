/**
 * What an operator says about an agent: names, description, examples, suggestions. What the agent does is Java in the agents module.
 */
@NullMarked
package bangban.config.agents;

import org.jspecify.annotations.NullMarked;
