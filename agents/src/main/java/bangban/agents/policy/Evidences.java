package bangban.agents.policy;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.PassageUnit;
import bangban.runtime.verify.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Candidates as evidence for the runtime's verifier. */
final class Evidences {

    private static final Pattern ITEM = Pattern.compile("第[一二三四五六七八九十百\\d]+项.*$");

    private Evidences() {}

    /** The smallest citable piece that holds the candidate. */
    static Evidence of(Candidate candidate) {
        PassageUnit unit = candidate.unit();
        return evidence(candidate, unit.clause(), unit.start(), unit.end());
    }

    /** The cell of a row, by its own address. */
    static Evidence ofCell(Candidate candidate, RowReading row) {
        PassageUnit unit = candidate.unit();
        return evidence(candidate, row.clause(), unit.start(), unit.end());
    }

    /** A lead-in with all its items, cited as the paragraph that holds them. */
    static Evidence ofList(Candidate leadIn, List<Candidate> items) {
        int end = items.getLast().unit().end();
        return evidence(
                leadIn,
                ITEM.matcher(leadIn.unit().clause()).replaceFirst(""),
                leadIn.unit().start(),
                end);
    }

    private static Evidence evidence(Candidate candidate, String clause, int start, int end) {
        KnowledgeDocument document = candidate.document();
        int offset = candidate.passage().start();
        String context = candidate.context() + "\n" + candidate.leadIn() + "\n" + candidate.text() + "\n"
                + String.join("\n", candidate.unit().header()) + "\n"
                + document.validity().from() + "\n" + document.version() + "\n"
                + document.place().org();
        return new Evidence(
                document.id(),
                document.file(),
                document.title(),
                document.version(),
                candidate.unit().page(),
                clause,
                start,
                end,
                candidate.passage().text().substring(start - offset, end - offset),
                context,
                document.validity().from(),
                document.validity().to(),
                document.format().name().toLowerCase(Locale.ROOT));
    }
}
