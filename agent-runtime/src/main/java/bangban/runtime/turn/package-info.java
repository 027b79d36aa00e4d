/**
 * A turn from message to last event: engine, log, events. How a channel shows them is the channel's business.
 */
@NullMarked
package bangban.runtime.turn;

import org.jspecify.annotations.NullMarked;
