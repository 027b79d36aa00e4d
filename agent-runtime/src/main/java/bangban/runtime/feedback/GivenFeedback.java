package bangban.runtime.feedback;

import bangban.runtime.identity.Account;
import bangban.runtime.turn.TurnId;

/**
 * Feedback with what it is about, for those who keep the knowledge.
 *
 * @param id grows with time; where feedback was changed it stays
 */
public record GivenFeedback(long id, TurnId turn, String question, Account by, Feedback feedback) {}
