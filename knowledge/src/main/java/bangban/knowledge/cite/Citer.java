package bangban.knowledge.cite;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a character range to its citation. */
public final class Citer {

    private Citer() {}

    /** The whole passage. */
    public static Citation cite(KnowledgeDocument document, Passage passage) {
        return cite(document, passage, passage.start(), passage.end());
    }

    /** One unit of a passage. */
    public static Citation cite(KnowledgeDocument document, Passage passage, PassageUnit unit) {
        return cite(document, passage, unit.start(), unit.end());
    }

    /**
     * A range of a passage, by the finest unit that covers it; one that reaches over several units by the passage.
     *
     * @param start in the outline's text, not in the passage's
     */
    public static Citation cite(KnowledgeDocument document, Passage passage, int start, int end) {
        if (start < passage.start() || end > passage.end() || start > end) {
            throw new IllegalArgumentException("range " + start + " to " + end + " is not within passage "
                    + passage.id() + ", which is " + passage.start() + " to " + passage.end());
        }
        List<PassageUnit> touched = passage.units().stream()
                .filter(unit -> unit.start() < end && unit.end() > start)
                .toList();
        PassageUnit covering = covering(passage, start, end);
        Integer page = covering != null
                ? covering.page()
                : touched.isEmpty() ? passage.page() : touched.getFirst().page();
        return new Citation(
                document.id(),
                document.file(),
                document.title(),
                document.version(),
                page,
                covering == null ? clause(passage, touched) : covering.clause(),
                start,
                end,
                passage.text().substring(start - passage.start(), end - passage.start()),
                document.validity().from(),
                document.validity().to(),
                document.format());
    }

    private static @Nullable PassageUnit covering(Passage passage, int start, int end) {
        PassageUnit finest = null;
        for (PassageUnit unit : passage.units()) {
            boolean covers = unit.start() <= start && end <= unit.end();
            if (covers && (finest == null || unit.end() - unit.start() < finest.end() - finest.start())) {
                finest = unit;
            }
        }
        return finest;
    }

    /** Units that all say the same are named by it: several paragraphs under one heading. */
    private static String clause(Passage passage, List<PassageUnit> touched) {
        List<String> clauses =
                touched.stream().map(PassageUnit::clause).distinct().toList();
        return clauses.size() == 1 ? clauses.getFirst() : passage.clause();
    }
}
