/**
 * Domain services, each usable without any agent. Agents, channels and retrieval are not here.
 */
@NullMarked
package bangban.tools;

import org.jspecify.annotations.NullMarked;
