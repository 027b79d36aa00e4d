package bangban.knowledge.index;

import bangban.knowledge.index.PassageIndex.Hit;
import bangban.language.analyze.TermAnalyzer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * BM25 in two steps. The database proposes by saturated frequencies, which the inner product of two sparse vectors sums, and Java
 * decides among several times k with the frequencies themselves. Only passages with one of the rarer terms are looked at, as long as the
 * others together could not lift a passage among the best (MaxScore, Turtle and Flood 1995).
 */
final class PostgresWordSearch {

    /** How many matching passages are all scored, whichever terms they have. */
    private static final int EACH_UP_TO = 2_000;

    private static final int OVERSAMPLING = 3;
    private static final int FIRST_CANDIDATES = 300;

    /** So many times more are looked at where too few passed the filter. */
    private static final int GROWTH = 8;

    /** Rarer terms are added up to so many passages; those with more common terms only are not looked at. */
    private static final int MOST_CANDIDATES = 5_000;

    /** What a term can add at most, of its weight: no more than four in a passage of half the usual length. */
    private static final double MOST_OF_A_TERM = 0.85;

    private final JdbcClient jdbc;
    private final String schema;
    private final QueryTerms terms;
    private final TermTable table;
    private final Matching matching;

    PostgresWordSearch(JdbcClient jdbc, String schema, TermAnalyzer analyzer, TermTable table) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.terms = new QueryTerms(analyzer);
        this.table = table;
        this.matching = new Matching(jdbc, schema);
    }

    /** A term of the query with the weight of its rarity. */
    private record Asked(int number, boolean pair, long passages, double weight) {}

    private record Found(int document, int ordinal, double score) {}

    /** Within a transaction of its own. */
    List<Hit> best(PassageIndex.WordQuery query, SqlFilter filter, int k) {
        Map<QueryTerms.Key, Double> weights = terms.weights(query);
        List<String> texts = new ArrayList<>(PassageCounts.NAMES);
        weights.keySet().forEach(key -> texts.add(TermTable.text(key)));
        Map<String, TermTable.Counted> counted = table.counted(texts);
        PassageCounts counts = PassageCounts.of(counted);
        List<Asked> asked = asked(weights, counted, counts);
        if (asked.isEmpty()) {
            return List.of();
        }
        Optional<Integer[]> few = matching.few(filter, EACH_UP_TO);
        return contents(few.isPresent() ? among(few.get(), asked, counts, k) : byRarest(asked, counts, filter, k));
    }

    /** The weightiest first. */
    private static List<Asked> asked(
            Map<QueryTerms.Key, Double> weights, Map<String, TermTable.Counted> counted, PassageCounts counts) {
        List<Asked> asked = new ArrayList<>();
        weights.forEach((key, weight) -> {
            TermTable.Counted term = counted.get(TermTable.text(key));
            if (term != null && term.passages() > 0) {
                double rarity = counts.rarity(key.pair(), term.passages());
                asked.add(new Asked(term.number(), key.pair(), term.passages(), weight * rarity));
            }
        });
        asked.sort(Comparator.comparingDouble(Asked::weight).reversed());
        return asked;
    }

    private List<Found> among(Integer[] documents, List<Asked> asked, PassageCounts counts, int k) {
        return documents.length == 0
                ? List.of()
                : decided(
                        "t.document = any(:documents::integer[])",
                        "",
                        Map.of("documents", documents),
                        asked,
                        counts,
                        k);
    }

    private List<Found> byRarest(List<Asked> asked, PassageCounts counts, SqlFilter filter, int k) {
        // as a scan of all passages would look for the terms in each
        jdbc.sql("set local enable_seqscan = off").update();
        int rarest = upTo(FIRST_CANDIDATES, asked);
        while (true) {
            Map<String, Object> parameters = new HashMap<>(filter.parameters());
            parameters.put(
                    "terms", asked.stream().limit(rarest).map(Asked::number).toArray(Integer[]::new));
            List<Found> found = decided(
                    "t.terms && :terms::integer[] and " + filter.condition(),
                    "join SCHEMA.document d on d.number = t.document",
                    parameters,
                    asked,
                    counts,
                    k);
            int needed = found.size() < k
                    ? upTo(GROWTH * candidates(rarest, asked), asked)
                    : Math.min(needed(asked, found.getLast().score()), within(MOST_CANDIDATES, asked));
            if (needed <= rarest) {
                return found;
            }
            rarest = needed;
        }
    }

    /** How many of the rarest terms it takes until so many passages have one. */
    private static int upTo(long enough, List<Asked> asked) {
        int rarest = 0;
        while (rarest < asked.size() && candidates(rarest, asked) < enough) {
            rarest++;
        }
        return rarest;
    }

    /** How many of the rarest terms so many passages have at most. */
    private static int within(long most, List<Asked> asked) {
        int rarest = 0;
        while (rarest < asked.size() && candidates(rarest + 1, asked) <= most) {
            rarest++;
        }
        return rarest;
    }

    private static long candidates(int rarest, List<Asked> asked) {
        return asked.stream().limit(rarest).mapToLong(Asked::passages).sum();
    }

    /** How many of the terms a passage must have one of to reach the score. */
    private static int needed(List<Asked> asked, double score) {
        double rest = 0;
        int needed = asked.size();
        while (needed > 0 && rest + MOST_OF_A_TERM * asked.get(needed - 1).weight() < score) {
            rest += MOST_OF_A_TERM * asked.get(--needed).weight();
        }
        return needed;
    }

    private List<Found> decided(
            String condition,
            String join,
            Map<String, Object> parameters,
            List<Asked> asked,
            PassageCounts counts,
            int k) {
        String sql = """
                with proposed as materialized (
                    select t.document, t.ordinal,
                           (t.frequencies <#> :asked::sparsevec)
                               / (1 + :k1 * (1 - :b + :b * (t.words + t.pairs) / :average)) as distance
                    from SCHEMA.passage_terms t JOIN where CONDITION
                    order by distance limit :most)
                select p.document, p.ordinal, t.words, t.pairs,
                       array(select -(t.frequencies <#> one)
                             from unnest(:each::sparsevec[]) with ordinality as each (one, n) order by n)
                from proposed p join SCHEMA.passage_terms t using (document, ordinal) where distance < 0
                """;
        return jdbc
                .sql(sql.replace("JOIN", join).replace("CONDITION", condition).replace("SCHEMA", schema))
                .params(parameters)
                .param("asked", vector(asked), Types.OTHER)
                .param("each", each(asked), Types.OTHER)
                .param("k1", Bm25.K1)
                .param("b", Bm25.B)
                .param("average", counts.averageLength())
                .param("most", k * OVERSAMPLING)
                .query((row, n) -> found(row, asked, counts))
                .list()
                .stream()
                .sorted(Comparator.comparingDouble(Found::score)
                        .reversed()
                        .thenComparing(Found::document)
                        .thenComparing(Found::ordinal))
                .limit(k)
                .toList();
    }

    private static Found found(ResultSet row, List<Asked> asked, PassageCounts counts) throws SQLException {
        Object[] saturated = (Object[]) row.getArray(5).getArray();
        double score = 0;
        for (int i = 0; i < asked.size(); i++) {
            Asked term = asked.get(i);
            double frequency = Bm25.frequency(((Number) saturated[i]).doubleValue());
            int length = row.getInt(term.pair() ? 4 : 3);
            score += Bm25.score(term.weight(), frequency, length, counts.averageLength(term.pair()));
        }
        return new Found(row.getInt(1), row.getInt(2), score);
    }

    private static String vector(List<Asked> asked) {
        SparseVector vector = new SparseVector();
        asked.forEach(term -> vector.add(term.number(), term.weight()));
        return vector.toString();
    }

    /** A vector for each term, as an array is written. */
    private static String each(List<Asked> asked) {
        return asked.stream()
                .map(term -> {
                    SparseVector vector = new SparseVector();
                    vector.add(term.number(), 1);
                    return "\"" + vector + "\"";
                })
                .collect(Collectors.joining(",", "{", "}"));
    }

    private List<Hit> contents(List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select c.stored, w.score
                        from unnest(:documents::integer[], :ordinals::integer[], :scores::float8[]) with ordinality
                             as w (document, ordinal, score, n)
                        join SCHEMA.passage_content c using (document, ordinal)
                        order by w.n
                        """.replace("SCHEMA", schema))
                .param("documents", found.stream().map(Found::document).toArray(Integer[]::new))
                .param("ordinals", found.stream().map(Found::ordinal).toArray(Integer[]::new))
                .param("scores", found.stream().map(Found::score).toArray(Double[]::new))
                .query((row, n) -> new Hit(PassageCodec.passage(row.getBytes(1)), row.getDouble(2)))
                .list();
    }
}
