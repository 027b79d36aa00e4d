package bangban.agents;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.language.sentence.Language;
import bangban.runtime.agent.Attachment;
import bangban.runtime.agent.Clarification;
import bangban.runtime.agent.Effect;
import bangban.runtime.agent.Notice;
import bangban.runtime.agent.Question;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.identity.Principal;
import bangban.runtime.identity.Role;
import bangban.runtime.verify.Evidence;
import bangban.runtime.verify.Statement;
import bangban.runtime.verify.Verdict;
import bangban.runtime.verify.Verifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A turn that keeps what an agent says, and strikes what the real verifier strikes. */
public final class FakeTurn implements TurnContext {

    public static final Principal STAFF =
            new Principal("staff", "staff", new OrgPath("澜川集团/办公室"), Set.of(Role.MEMBER), Clearance.INTERNAL, "zh-CN");
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    public final List<Statement> said = new ArrayList<>();
    public final List<Statement> struck = new ArrayList<>();
    public final List<String> tools = new ArrayList<>();
    public final List<Notice> notices = new ArrayList<>();
    public List<String> suggested = List.of();
    public int passagesSearched;
    public boolean refused;

    private final Question question;
    private final Verifier verifier = new Verifier();

    public FakeTurn(Question question) {
        this.question = question;
    }

    public static FakeTurn asking(String text) {
        return new FakeTurn(question(text, null));
    }

    public static FakeTurn asking(String text, Question.Exchange... history) {
        return new FakeTurn(question(text, null, history));
    }

    public static Question question(String text, @Nullable LocalDate asOf, Question.Exchange... history) {
        return new Question(text, Language.of(text), STAFF, TODAY, asOf, List.of(history));
    }

    /** The same asked in a session, of files that came with it. */
    public static FakeTurn asking(String text, Attachment... files) {
        Language language = text.isBlank() ? Language.CHINESE : Language.of(text);
        return new FakeTurn(new Question(text, language, STAFF, TODAY, null, List.of(), "s1", List.of(files)));
    }

    /** The same asked from another unit. */
    public static FakeTurn askedFrom(String org, String text) {
        Principal asker = new Principal(
                "asker", "asker", new OrgPath(org), Set.of(Role.MEMBER, Role.ADMIN), Clearance.CONFIDENTIAL, "zh-CN");
        return new FakeTurn(new Question(text, Language.of(text), asker, TODAY, null, List.of()));
    }

    /** All that was said, without citation marks. */
    public String text() {
        return String.join("", said.stream().map(Statement::text).toList());
    }

    public List<Evidence> cited() {
        return said.stream()
                .flatMap(statement -> switch (statement) {
                    case Statement.Frame ignored -> java.util.stream.Stream.<Evidence>empty();
                    case Statement.Unsourced ignored -> java.util.stream.Stream.<Evidence>empty();
                    case Statement.Quote quote -> java.util.stream.Stream.of(quote.evidence());
                    case Statement.Fact fact ->
                        fact.cited() ? fact.evidence().stream() : java.util.stream.Stream.empty();
                })
                .distinct()
                .toList();
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public <T extends @Nullable Object> T call(String tool, Effect effect, Supplier<T> operation) {
        tools.add(tool);
        return operation.get();
    }

    @Override
    public void searched(int documents, int passages) {
        passagesSearched += passages;
    }

    @Override
    public boolean say(Statement statement) {
        boolean passes = !(verifier.check(statement) instanceof Verdict.Unsupported);
        (passes ? said : struck).add(statement);
        return passes;
    }

    @Override
    public void refuse(Statement statement) {
        refused = true;
        say(statement);
    }

    @Override
    public void clarify(Clarification clarification) {}

    @Override
    public void notice(Notice notice) {
        notices.add(notice);
    }

    @Override
    public void suggest(List<String> questions) {
        suggested = questions;
    }
}
