package bangban.bench.retrieval;

import bangban.bench.ScratchIndex;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.clause.ClauseReference;
import bangban.language.encode.TextEncoder;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A test set's corpus in a temporary index. Rows whose titles differ only in the clause at the end are passages of one document, as
 * they would be had the document itself been added.
 */
final class TestIndex implements Closeable {

    static final Reader EVERYONE = new Reader("eval", new OrgPath("eval"), Clearance.PUBLIC, false);
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final Map<String, String> rowOfPassage = new HashMap<>();
    private final ScratchIndex scratch;
    private final PassageIndex index;
    private final double seconds;

    /** @param kind as {@link ScratchIndex#make} takes it */
    TestIndex(String kind, List<TestSet.Row> corpus, TextEncoder encoder, TermAnalyzer analyzer, VectorCache cache)
            throws IOException {
        scratch = ScratchIndex.make(kind, System.getenv(), analyzer, encoder.version(), encoder.dimensions());
        index = scratch.index();
        long start = System.nanoTime();
        List<float[]> vectors =
                cache.encode(corpus.stream().map(TestSet.Row::input).toList(), encoder);
        Map<String, List<Integer>> documents = new LinkedHashMap<>();
        for (int i = 0; i < corpus.size(); i++) {
            TestSet.Row row = corpus.get(i);
            String key = row.title().isEmpty() ? row.id() : split(row.title())[0];
            documents.computeIfAbsent(key, title -> new ArrayList<>()).add(i);
        }
        int number = 0;
        for (List<Integer> rows : documents.values()) {
            put(
                    "d" + number++,
                    rows.stream().map(corpus::get).toList(),
                    rows.stream().map(vectors::get).toList());
        }
        index.flush();
        seconds = (System.nanoTime() - start) / 1e9;
    }

    private void put(String documentId, List<TestSet.Row> rows, List<float[]> vectors) {
        List<Passage> passages = new ArrayList<>();
        for (TestSet.Row row : rows) {
            String[] title = split(row.title());
            String id = documentId + "#" + passages.size();
            rowOfPassage.put(id, row.id());
            List<String> path = title[0].isEmpty() ? List.of() : List.of(title[0]);
            passages.add(new Passage(
                    id,
                    documentId,
                    passages.size(),
                    path,
                    title[1],
                    null,
                    0,
                    row.text().length(),
                    row.text(),
                    List.of()));
        }
        Place place = new Place(Tier.GROUP, OrgPath.ROOT, null, List.of(), Clearance.PUBLIC, "eval");
        String title = split(rows.getFirst().title())[0];
        index.put(
                new KnowledgeDocument(
                        documentId,
                        title,
                        title,
                        place,
                        Validity.ALWAYS,
                        null,
                        null,
                        Format.TEXT,
                        null,
                        "",
                        Instant.EPOCH),
                passages,
                vectors);
    }

    /** The document's title and the clause behind it, which may be empty. */
    private static String[] split(String title) {
        List<ClauseReference.Found> clauses = ClauseReference.findAll(title);
        if (!clauses.isEmpty()
                && clauses.getLast().end() == title.length()
                && clauses.getLast().start() > 0) {
            int at = clauses.getLast().start();
            return new String[] {title.substring(0, at), title.substring(at)};
        }
        return new String[] {title, ""};
    }

    PassageIndex index() {
        return index;
    }

    double seconds() {
        return seconds;
    }

    String row(Passage passage) {
        return rowOfPassage.getOrDefault(passage.id(), passage.id());
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
