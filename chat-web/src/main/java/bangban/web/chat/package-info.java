/**
 * Sessions, turns and their events over HTTP. How a turn is answered is the runtime's business.
 */
@NullMarked
package bangban.web.chat;

import org.jspecify.annotations.NullMarked;
