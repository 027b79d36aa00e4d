package bangban.runtime.agent;

import bangban.runtime.verify.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an agent is given for one part of a turn, and the only way in which anything leaves it. */
public interface TurnContext {

    Question question();

    /** Calls a tool, with a record of its start and end in the turn's log. */
    <T extends @Nullable Object> T call(String tool, Effect effect, Supplier<T> operation);

    /** Tells how much was searched. */
    void searched(int documents, int passages);

    /**
     * Says a statement if the verifier lets it pass, else strikes it.
     *
     * @return whether it was said
     */
    boolean say(Statement statement);

    /** Says a statement that declines to answer; the turn counts as refused. */
    void refuse(Statement statement);

    /** Asks back; the turn ends waiting for the choice. */
    void clarify(Clarification clarification);

    void notice(Notice notice);

    /** Up to three questions that make sense next. */
    void suggest(List<String> questions);
}
