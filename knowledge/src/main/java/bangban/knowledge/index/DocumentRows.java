package bangban.knowledge.index;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.language.analyze.TermAnalyzer;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a document and its passages, each change in one transaction. */
final class DocumentRows {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final String schema;
    private final TermAnalyzer analyzer;
    private final TermTable terms;

    DocumentRows(
            JdbcTemplate batches,
            TransactionOperations transactions,
            String schema,
            TermAnalyzer analyzer,
            TermTable terms) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.transactions = transactions;
        this.schema = schema;
        this.analyzer = analyzer;
        this.terms = terms;
    }

    void put(KnowledgeDocument document, List<Passage> passages, List<float[]> vectors, IndexVersion version) {
        List<TermsOfPassage> analysed = analysed(document, passages);
        Map<String, Integer> numbers = numbers(analysed);
        transactions.executeWithoutResult(status -> {
            int number = save(document, passages.size());
            terms.takeOut(number);
            takeOutCounts(number, numbers);
            clear(number, "passage_terms", "passage_meaning", "passage_content");
            insertTerms(number, passages, analysed, numbers);
            insertContents(number, passages, vectors);
            count(analysed, numbers);
            jdbc.sql("insert into " + schema + ".generation (encoder, analysis) values (?, ?) on conflict do nothing")
                    .param(version.encoder())
                    .param(version.analysis())
                    .update();
        });
    }

    /** All but the vectors anew: the title is among what word search reads. Does nothing where there is no such document. */
    void retitle(KnowledgeDocument document) {
        transactions.executeWithoutResult(status -> number(document.id()).ifPresent(number -> {
            List<Passage> passages = passages(number);
            List<TermsOfPassage> analysed = analysed(document, passages);
            Map<String, Integer> numbers = numbers(analysed);
            save(document, passages.size());
            terms.takeOut(number);
            takeOutCounts(number, numbers);
            clear(number, "passage_terms");
            insertTerms(number, passages, analysed, numbers);
            count(analysed, numbers);
        }));
    }

    private List<TermsOfPassage> analysed(KnowledgeDocument document, List<Passage> passages) {
        return passages.stream()
                .map(passage -> TermsOfPassage.of(PassageFields.text(document, passage), analyzer))
                .toList();
    }

    /** The row stays locked until the transaction ends. */
    private Optional<Integer> number(String documentId) {
        return jdbc.sql("select number from " + schema + ".document where id = ? for update")
                .param(SqlFilter.storable(documentId))
                .query(Integer.class)
                .optional();
    }

    private List<Passage> passages(int document) {
        return jdbc.sql("select stored from " + schema + ".passage_content where document = ? order by ordinal")
                .param(document)
                .query((row, n) -> PassageCodec.passage(row.getBytes(1)))
                .list();
    }

    /** Place and validity only; false where there is no such document, or its title is another. */
    boolean move(KnowledgeDocument document) {
        return jdbc.sql("""
                        update SCHEMA.document set audience = :audience, clearance = :clearance, valid_from = :from,
                               valid_to = :to, domain = :domain, tags = :tags
                        where id = :id and title = :title
                        """.replace("SCHEMA", schema)).params(columns(document)).update() > 0;
    }

    void delete(String documentId) {
        Map<String, Integer> numbers = terms.numbers(PassageCounts.NAMES);
        transactions.executeWithoutResult(status -> number(documentId).ifPresent(number -> {
            terms.takeOut(number);
            takeOutCounts(number, numbers);
            clear(number, "passage_terms", "passage_meaning", "passage_content");
            jdbc.sql("delete from " + schema + ".document where number = ?")
                    .param(number)
                    .update();
        }));
    }

    private Map<String, Integer> numbers(List<TermsOfPassage> analysed) {
        Set<String> texts = new LinkedHashSet<>(PassageCounts.NAMES);
        analysed.forEach(passage -> texts.addAll(passage.frequencies().keySet()));
        return terms.numbers(texts);
    }

    /** The row stays locked until the transaction ends, so that two writers of one document come one after the other. */
    private int save(KnowledgeDocument document, int passages) {
        return jdbc.sql("""
                        insert into SCHEMA.document
                               (id, title, audience, clearance, valid_from, valid_to, domain, tags, passages)
                        values (:id, :title, :audience, :clearance, :from, :to, :domain, :tags, :passages)
                        on conflict (id) do update set title = excluded.title, audience = excluded.audience,
                               clearance = excluded.clearance, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                               domain = excluded.domain, tags = excluded.tags, passages = excluded.passages
                        returning number
                        """.replace("SCHEMA", schema))
                .params(columns(document))
                .param("passages", passages)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> columns(KnowledgeDocument document) {
        Map<String, Object> columns = new HashMap<>();
        String domain = document.place().domain();
        columns.put("id", SqlFilter.storable(document.id()));
        columns.put("title", SqlFilter.storable(document.title()));
        columns.put("audience", SqlFilter.array(Audience.of(document.place())));
        columns.put("clearance", document.place().clearance().ordinal());
        columns.put(
                "from", new SqlParameterValue(Types.DATE, document.validity().from()));
        columns.put("to", new SqlParameterValue(Types.DATE, document.validity().to()));
        columns.put("domain", new SqlParameterValue(Types.VARCHAR, domain == null ? null : SqlFilter.storable(domain)));
        columns.put("tags", SqlFilter.array(document.place().tags()));
        return columns;
    }

    private void clear(int document, String... tables) {
        for (String table : tables) {
            jdbc.sql("delete from " + schema + "." + table + " where document = ?")
                    .param(document)
                    .update();
        }
    }

    private void insertTerms(
            int document, List<Passage> passages, List<TermsOfPassage> analysed, Map<String, Integer> numbers) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            TermsOfPassage terms = analysed.get(i);
            rows.add(new Object[] {
                document,
                passages.get(i).ordinal(),
                terms.words(),
                terms.pairs(),
                terms.numbers(numbers),
                terms.saturated(numbers)
            });
        }
        batches.batchUpdate(
                "insert into " + schema + ".passage_terms (document, ordinal, words, pairs, terms, frequencies)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows,
                new int[] {Types.INTEGER, Types.INTEGER, Types.INTEGER, Types.INTEGER, Types.ARRAY, Types.OTHER});
    }

    private void insertContents(int document, List<Passage> passages, List<float[]> vectors) {
        List<Object[]> contents = new ArrayList<>();
        List<Object[]> meanings = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            String vector = Arrays.toString(vectors.get(i));
            contents.add(new Object[] {document, passage.ordinal(), PassageCodec.bytes(passage), vector});
            meanings.add(new Object[] {document, passage.ordinal(), vector});
        }
        batches.batchUpdate(
                "insert into " + schema + ".passage_content (document, ordinal, stored, vector) values (?, ?, ?, ?)",
                contents,
                new int[] {Types.INTEGER, Types.INTEGER, Types.BINARY, Types.OTHER});
        batches.batchUpdate(
                "insert into " + schema + ".passage_meaning (document, ordinal, meaning) values (?, ?, ?)",
                meanings,
                new int[] {Types.INTEGER, Types.INTEGER, Types.OTHER});
    }

    private void count(List<TermsOfPassage> analysed, Map<String, Integer> numbers) {
        Map<Integer, Long> changes = new TreeMap<>();
        PassageCounts counts = PassageCounts.NONE;
        for (TermsOfPassage passage : analysed) {
            for (Integer number : passage.numbers(numbers)) {
                changes.merge(number, 1L, Long::sum);
            }
            counts = counts.plus(passage);
        }
        counts.byName().forEach((name, count) -> changes.put(number(numbers, name), count));
        terms.add(changes);
    }

    /** Reads what the document's passages were counted as before they go. */
    private void takeOutCounts(int document, Map<String, Integer> numbers) {
        PassageCounts before = jdbc.sql("""
                        select count(*), count(*) filter (where words > 0), coalesce(sum(words), 0),
                               count(*) filter (where pairs > 0), coalesce(sum(pairs), 0)
                        from SCHEMA.passage_terms where document = ?
                        """.replace("SCHEMA", schema))
                .param(document)
                .query((row, n) -> new PassageCounts(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
        Map<Integer, Long> changes = new TreeMap<>();
        before.byName().forEach((name, count) -> changes.put(number(numbers, name), -count));
        terms.add(changes);
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("no number for " + name);
        }
        return number;
    }
}
