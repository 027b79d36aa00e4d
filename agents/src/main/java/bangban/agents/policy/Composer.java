package bangban.agents.policy;

import bangban.knowledge.chunk.PassageUnit;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.language.sentence.Language;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.verify.Evidence;
import bangban.runtime.verify.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says an answer: the very answer first, then the clause it stands in, in the words of the source. */
final class Composer {

    private static final int LONGEST_QUOTE = 900;
    private static final Pattern LABEL =
            Pattern.compile("^\\s*(第[一二三四五六七八九十百千零〇\\d]+条(之[一二三四五六七八九十])?[\\s\u3000]*|\\d+(\\.\\d+)+\\s+|[•·]\\s*)");

    private static final Pattern BULLET = Pattern.compile("^[•·*-]\\s*");
    private static final Pattern ITEM_END = Pattern.compile("[；;]\\s*$");

    private final TurnContext turn;
    private final PolicyRequest request;
    private final PolicyPhrases phrases;
    private final Applicability applicability;

    Composer(TurnContext turn, PolicyRequest request, Applicability applicability) {
        this.turn = turn;
        this.request = request;
        this.applicability = applicability;
        this.phrases = PolicyPhrases.in(request.language());
    }

    void say(Answer answer, Ruling ruling) {
        switch (answer) {
            case Answer.None none -> none(none);
            case Answer.Given given -> {
                switch (ruling) {
                    case Ruling.Undisputed ignored -> given(given);
                    case Ruling.Disputed disputed -> disputed(disputed);
                }
            }
        }
    }

    private void given(Answer.Given given) {
        Candidate best = given.best().candidate();
        Evidence evidence = evidence(given);
        if (!turn.say(Statement.fact(headline(given), evidence))) {
            none(new Answer.None(List.of(given.best())));
            return;
        }
        list(shown(best, given.list()), evidence);
        source(evidence, best);
        quote(best, evidence, given);
        related(given);
    }

    /** What may have been meant instead, with the items that belong to it. */
    private void related(Answer.Given given) {
        for (Scored related : given.related()) {
            Candidate candidate = related.candidate();
            List<Candidate> items = AnswerSelector.list(candidate);
            Evidence evidence = items.isEmpty() ? Evidences.of(candidate) : Evidences.ofList(candidate, items);
            turn.say(Statement.frame("\n\n**" + phrases.related() + "**" + phrases.colon()));
            turn.say(Statement.fact(Rows.isLong(candidate) ? Rows.brief(candidate) : sentence(candidate), evidence));
            list(shown(candidate, items), evidence);
            source(evidence, candidate);
        }
    }

    /** What follows the sentence: its items, or the whole row where only some of it was said. */
    private static List<Candidate> shown(Candidate candidate, List<Candidate> items) {
        return items.isEmpty() && Rows.isLong(candidate) ? List.of(candidate) : items;
    }

    /** Items as a list, rows as a table. */
    private void list(List<Candidate> items, Evidence evidence) {
        PassageUnit before = null;
        for (Candidate item : items) {
            PassageUnit unit = item.unit();
            if (unit.cells().isEmpty() && !unit.equals(before)) {
                turn.say(Statement.mention((before == null ? "\n\n- " : "\n- ") + itemText(item), evidence));
            } else if (!unit.cells().isEmpty()) {
                if (before == null && !unit.header().isEmpty()) {
                    turn.say(Statement.mention(
                            "\n\n" + line(unit.header()) + "\n|"
                                    + " --- |".repeat(unit.header().size()),
                            evidence));
                }
                turn.say(Statement.mention("\n" + line(unit.cells()), evidence));
            }
            before = unit;
        }
    }

    /** The whole item, all its sentences, on one line and without a bullet of its own. */
    private static String itemText(Candidate item) {
        return BULLET.matcher(Candidates.textOf(item.passage(), item.unit()).strip())
                .replaceFirst("")
                .replaceAll("\\s*\n\\s*", " ");
    }

    private static String line(List<String> cells) {
        return "| "
                + String.join(
                        " | ",
                        cells.stream()
                                .map(cell -> cell.replaceAll("[|\\n]", " "))
                                .toList()) + " |";
    }

    /** Whose rule counts, what it says, what the other says, and why. */
    private void disputed(Ruling.Disputed disputed) {
        Candidate first = disputed.outcome() == Ruling.Outcome.GROUP ? disputed.group() : disputed.unit();
        Candidate second = first == disputed.unit() ? disputed.group() : disputed.unit();
        Place unit = disputed.unit().document().place();
        String whose = phrases.whose(Applicability.unit(unit), applicability.isOwn(unit));
        turn.say(Statement.frame(phrases.applies(disputed.outcome(), whose)));
        turn.say(Statement.fact(sentence(first), Evidences.of(first)));
        turn.say(Statement.frame("\n\n" + phrases.insteadOf(disputed.outcome(), whose)));
        turn.say(Statement.fact(sentence(second), Evidences.of(second)));
        Candidate basis = disputed.basis();
        if (basis != null) {
            turn.say(Statement.frame("\n\n" + phrases.because()));
            turn.say(Statement.fact(sentence(basis), Evidences.of(basis)));
        }
        source(Evidences.of(first), first);
        source(Evidences.of(second), second);
    }

    private static Evidence evidence(Answer.Given given) {
        Candidate best = given.best().candidate();
        if (given.headline() instanceof Headline.Cell(RowReading reading)) {
            return Evidences.ofCell(best, reading);
        }
        return given.list().isEmpty() ? Evidences.of(best) : Evidences.ofList(best, given.list());
    }

    private String headline(Answer.Given given) {
        Candidate best = given.best().candidate();
        String sentence = given.headline() instanceof Headline.Cell(RowReading reading)
                ? Rows.read(best, reading, request.question())
                : Rows.isLong(best) ? Rows.brief(best) : sentence(best);
        String emphasis = emphasis(given, sentence);
        if (request.language() == Language.ENGLISH && Language.of(sentence) == Language.CHINESE) {
            return emphasis + phrases.theRuleSays() + "“" + sentence + "”";
        }
        return emphasis + sentence;
    }

    private String emphasis(Answer.Given given, String sentence) {
        String words = switch (given.headline()) {
            case null -> "";
            case Headline.Cell(RowReading reading) -> reading.answer();
            case Headline.Decision(Verdict verdict) -> phrases.verdict(verdict);
            case Headline.Words(Phrase.Span span) ->
                given.best()
                        .candidate()
                        .text()
                        .substring(span.start(), span.end())
                        .strip();
        };
        return words.isEmpty() || words.equals(sentence) ? "" : "**" + words + "**" + phrases.colon();
    }

    /**
     * An item is read with the words that lead to it, a clause without its number, which the source line gives, and without the mark
     * that would announce the next item.
     */
    private static String sentence(Candidate candidate) {
        String leadIn = LABEL.matcher(candidate.leadIn()).replaceFirst("");
        return leadIn
                + ITEM_END.matcher(LABEL.matcher(candidate.text()).replaceFirst(""))
                        .replaceFirst("");
    }

    /** Document, clause and date, and whose rule it is where it is not everybody's. */
    private void source(Evidence evidence, Candidate candidate) {
        Place place = candidate.document().place();
        String scope = place.tier() == Tier.UNIT ? phrases.onlyFor(Applicability.unit(place)) : "";
        turn.say(Statement.mention(
                "\n\n> **" + phrases.clause(evidence) + "**" + phrases.since(evidence) + scope, evidence));
    }

    /** The whole paragraph where the answer was only one sentence of it. */
    private void quote(Candidate best, Evidence evidence, Answer.Given given) {
        String text = Candidates.textOf(best.passage(), best.unit()).strip();
        boolean saidAlready =
                text.length() <= best.text().length() + 12 || !given.list().isEmpty();
        if (saidAlready || !best.unit().cells().isEmpty() || text.length() > LONGEST_QUOTE) {
            return;
        }
        for (String line : text.split("\n")) {
            if (!line.isBlank()) {
                turn.say(Statement.frame("\n>\n> "));
                turn.say(Statement.quote(line.strip(), evidence));
            }
        }
    }

    /** What follows is not from the files that came with the question. */
    void notInFiles() {
        turn.say(Statement.frame(phrases.notInFiles()));
    }

    /** Neither the files that came with the question answer it nor anything else. */
    void nothing(Answer inFiles) {
        if (inFiles instanceof Answer.None none) {
            none(none, phrases.nothingInFilesEither());
        }
    }

    private void none(Answer.None none) {
        none(none, phrases.nothingFound(request.dayNamed()));
    }

    private void none(Answer.None none, String nothingFound) {
        Map<String, Evidence> nearest = new LinkedHashMap<>();
        none.nearest()
                .forEach(scored ->
                        nearest.putIfAbsent(scored.candidate().document().id(), Evidences.of(scored.candidate())));
        turn.refuse(Statement.frame(nothingFound));
        if (!nearest.isEmpty()) {
            List<Evidence> documents = List.copyOf(nearest.values());
            String titles = String.join(
                    phrases.comma(),
                    documents.stream()
                            .map(evidence -> phrases.title(evidence.title()))
                            .toList());
            turn.refuse(Statement.frame(phrases.beforeNearest()));
            turn.refuse(Statement.mention(titles, documents.toArray(Evidence[]::new)));
            turn.refuse(Statement.frame(phrases.afterNearest()));
        }
    }
}
