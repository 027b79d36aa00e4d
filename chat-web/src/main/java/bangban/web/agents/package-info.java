/**
 * Which agents there are. Agents themselves are never seen from here, only their names.
 */
@NullMarked
package bangban.web.agents;

import org.jspecify.annotations.NullMarked;
