/**
 * What an agent is and what it is given. The specialists themselves are in the agents module.
 */
@NullMarked
package bangban.runtime.agent;

import org.jspecify.annotations.NullMarked;
