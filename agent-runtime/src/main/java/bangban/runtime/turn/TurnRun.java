package bangban.runtime.turn;

import bangban.runtime.agent.Clarification;
import bangban.runtime.agent.Effect;
import bangban.runtime.agent.Notice;
import bangban.runtime.agent.Question;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.turn.TurnEvent.TurnStatus;
import bangban.runtime.verify.Evidence;
import bangban.runtime.verify.Statement;
import bangban.runtime.verify.Verdict;
import bangban.runtime.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all parts of one running turn share: the way into its log, the numbers of its citations, the count of what was struck. */
final class TurnRun {

    private static final Logger LOG = LoggerFactory.getLogger(TurnRun.class);

    private final TurnId id;
    private final Verifier verifier;
    private final Consumer<TurnEvent> log;
    private final List<Evidence> cited = new ArrayList<>();
    private int calls;
    private int supported;
    private int struck;
    private int unsourced;
    private boolean refused;
    private boolean answered;
    private boolean asked;

    TurnRun(TurnId id, Verifier verifier, Consumer<TurnEvent> log) {
        this.id = id;
        this.verifier = verifier;
        this.log = log;
    }

    TurnContext part(int part, Question question) {
        return new PartContext(part, question);
    }

    TurnEvent.TurnFinished finished(TurnStatus status) {
        TurnStatus reached = status == TurnStatus.FINISHED && asked ? TurnStatus.WAITING : status;
        return new TurnEvent.TurnFinished(reached, refused && !answered, supported, struck, unsourced);
    }

    private int number(Evidence evidence) {
        int known = cited.indexOf(evidence);
        if (known >= 0) {
            return known + 1;
        }
        cited.add(evidence);
        log.accept(new TurnEvent.Cited(cited.size(), evidence));
        return cited.size();
    }

    private String marked(Statement statement) {
        return switch (statement) {
            case Statement.Frame frame -> frame.text();
            case Statement.Unsourced unsourcedText -> unsourcedText.text();
            case Statement.Quote quote -> withMarks(quote.text(), List.of(quote.evidence()));
            case Statement.Fact fact -> fact.cited() ? withMarks(fact.text(), fact.evidence()) : fact.text();
        };
    }

    private String withMarks(String text, List<Evidence> evidence) {
        String body = text.stripTrailing();
        StringBuilder marked = new StringBuilder(body);
        evidence.forEach(piece -> marked.append('[').append(number(piece)).append(']'));
        return marked.append(text, body.length(), text.length()).toString();
    }

    private final class PartContext implements TurnContext {

        private final int part;
        private final Question question;
        private boolean spoken;
        private boolean labelled;

        PartContext(int part, Question question) {
            this.part = part;
            this.question = question;
        }

        @Override
        public Question question() {
            return question;
        }

        @Override
        public <T extends @Nullable Object> T call(String tool, Effect effect, Supplier<T> operation) {
            int call = ++calls;
            long start = System.nanoTime();
            boolean succeeded = false;
            log.accept(new TurnEvent.ToolStarted(part, call, tool, effect));
            try {
                T result = operation.get();
                succeeded = true;
                return result;
            } finally {
                long took = (System.nanoTime() - start) / 1_000_000;
                log.accept(new TurnEvent.ToolFinished(part, call, tool, succeeded, took));
            }
        }

        @Override
        public void searched(int documents, int passages) {
            log.accept(new TurnEvent.PassagesFound(part, documents, passages));
        }

        @Override
        public boolean say(Statement statement) {
            boolean said = emit(statement);
            answered |= said;
            return said;
        }

        private boolean emit(Statement statement) {
            return switch (verifier.check(statement)) {
                case Verdict.Supported ignored -> {
                    supported++;
                    text(marked(statement));
                    yield true;
                }
                case Verdict.NotFactual ignored -> {
                    text(marked(statement));
                    yield true;
                }
                case Verdict.Unsourced ignored -> {
                    label();
                    unsourced++;
                    text(marked(statement));
                    yield true;
                }
                case Verdict.Unsupported unsupported -> {
                    struck++;
                    LOG.warn(
                            "turn {}: struck a statement that nothing supports; missing {}", id, unsupported.missing());
                    yield false;
                }
            };
        }

        /** Once a part, before anything without a source is read. */
        private void label() {
            if (!labelled) {
                labelled = true;
                log.accept(new TurnEvent.ModelUsed(part));
                String line = Statement.Unsourced.label(question.language()) + "\n\n";
                text(spoken ? "\n\n" + line : line);
            }
        }

        private void text(String delta) {
            spoken = true;
            log.accept(new TurnEvent.TextDelta(part, delta));
        }

        @Override
        public void refuse(Statement statement) {
            refused = true;
            emit(statement);
        }

        @Override
        public void clarify(Clarification clarification) {
            answered = true;
            asked = true;
            log.accept(new TurnEvent.ClarificationAsked(clarification));
        }

        @Override
        public void notice(Notice notice) {
            log.accept(new TurnEvent.Notice(notice));
        }

        @Override
        public void suggest(List<String> questions) {
            log.accept(new TurnEvent.Suggested(questions.stream().limit(3).toList()));
        }
    }
}
