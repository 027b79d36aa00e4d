package bangban.runtime.turn;

import java.time.Instant;

/**
 * An event with its place in the log.
 *
 * @param sequence from 1, without gaps
 */
public record LoggedEvent(TurnId turn, long sequence, Instant at, TurnEvent event) {}
