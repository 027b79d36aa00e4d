package bangban.knowledge.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Numbers of terms, and how many passages have them. Writers only add rows to {@code term_change}; these are folded into
 * {@code term} now and then, by one at a time, and a reader sums both within one snapshot.
 */
final class TermTable {

    /** Longer runs of Latin and digits are no words, and an index entry has its limit. */
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final String schema;

    TermTable(JdbcClient jdbc, TransactionOperations transactions, String schema) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.schema = schema;
    }

    /** A term's number and how many passages have it. */
    record Counted(int number, long passages) {}

    /** As the table holds it; what is counted over all passages begins with neither letter. */
    static String text(QueryTerms.Key key) {
        return (key.pair() ? "p" : "w") + key.text();
    }

    static boolean isKept(String text) {
        return text.length() <= LONGEST;
    }

    /**
     * Numbers for all of the texts, new ones where there are none. Not within the transaction that writes a document: a number that
     * nothing uses harms nobody, and nobody waits for a document to be written.
     */
    Map<String, Integer> numbers(Collection<String> texts) {
        String[] sorted = texts.stream().sorted().distinct().toArray(String[]::new);
        Map<String, Integer> numbers = known(sorted);
        String[] unknown =
                Arrays.stream(sorted).filter(text -> !numbers.containsKey(text)).toArray(String[]::new);
        if (unknown.length > 0) {
            jdbc.sql("insert into " + schema + ".term (text) select unnest(?::text[]) on conflict (text) do nothing")
                    .param(unknown)
                    .update();
            numbers.putAll(known(unknown));
        }
        return numbers;
    }

    private Map<String, Integer> known(String[] texts) {
        Map<String, Integer> numbers = new HashMap<>();
        jdbc.sql("select text, number from " + schema + ".term where text = any(?::text[])")
                .param(texts)
                .query((row, n) -> numbers.put(row.getString(1), row.getInt(2)))
                .list();
        return numbers;
    }

    /** Without those that no passage ever had. */
    Map<String, Counted> counted(Collection<String> texts) {
        Map<String, Counted> counted = new LinkedHashMap<>();
        jdbc.sql("""
                        select text, number,
                               passages + coalesce((select sum(passages) from SCHEMA.term_change where term = number), 0)
                        from SCHEMA.term where text = any(?::text[])
                        """.replace("SCHEMA", schema))
                .param(texts.toArray(String[]::new))
                .query((row, n) -> counted.put(row.getString(1), new Counted(row.getInt(2), row.getLong(3))))
                .list();
        return counted;
    }

    /** Within the transaction that writes a document: these many passages more have these terms. */
    void add(Map<Integer, Long> changes) {
        List<Map.Entry<Integer, Long>> entries = changes.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .toList();
        jdbc.sql("insert into " + schema
                        + ".term_change (term, passages) select * from unnest(?::integer[], ?::bigint[])")
                .param(entries.stream().mapToInt(Map.Entry::getKey).boxed().toArray(Integer[]::new))
                .param(entries.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    /** Within the transaction that rewrites or deletes a document: its passages no longer have their terms. */
    void takeOut(int document) {
        jdbc.sql("""
                        insert into SCHEMA.term_change (term, passages)
                        select term, -count(*) from SCHEMA.passage_terms, unnest(terms) as term
                        where document = ? group by term
                        """.replace("SCHEMA", schema)).param(document).update();
    }

    /** Does nothing where another process folds just now. */
    void fold() {
        transactions.executeWithoutResult(status -> {
            boolean first = jdbc.sql("select pg_try_advisory_xact_lock(hashtext(?))")
                    .param("fold " + schema)
                    .query(Boolean.class)
                    .single();
            if (first) {
                jdbc.sql("""
                                with moved as (delete from SCHEMA.term_change returning term, passages),
                                     summed as (select term, sum(passages) as passages from moved group by term)
                                update SCHEMA.term set passages = term.passages + summed.passages
                                from summed where term.number = summed.term and summed.passages <> 0
                                """.replace("SCHEMA", schema)).update();
            }
        });
    }
}
