package bangban.knowledge.index;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.ServerIndexException.Problem;
import bangban.language.analyze.TermAnalyzer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The server index: PostgreSQL with pgvector, in a schema that any number of processes read and write. Every change is one transaction:
 * what returned is seen by all and survives a crash.
 */
final class PostgresPassageIndex implements VersionedIndex {

    /** So many passages of 1 kB are compared one by one in some 10 ms. */
    private static final int EXACT_UP_TO = 10_000;

    private static final int WRITES_UNTIL_FOLDED = 20;
    private static final String NO_SUCH_TABLE = "42P01";
    private static final String NO_SUCH_SCHEMA = "3F000";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final String schema;
    private final IndexVersion present;
    private final TermTable terms;
    private final DocumentRows rows;
    private final PostgresWordSearch words;
    private final PostgresVectorSearch vectors;
    private final AtomicInteger writes = new AtomicInteger();

    /** @param schema one that the migrations have brought up to date */
    PostgresPassageIndex(DataSource source, String schema, TermAnalyzer analyzer, IndexVersion present) {
        this(source, schema, analyzer, present, EXACT_UP_TO);
    }

    PostgresPassageIndex(DataSource source, String schema, TermAnalyzer analyzer, IndexVersion present, int exactUpTo) {
        JdbcTemplate template = new JdbcTemplate(source);
        this.jdbc = JdbcClient.create(template);
        this.schema = schema;
        this.present = present;
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.terms = new TermTable(jdbc, transactions, schema);
        this.rows = new DocumentRows(template, transactions, schema, analyzer, terms);
        this.words = new PostgresWordSearch(jdbc, schema, analyzer, terms);
        this.vectors = new PostgresVectorSearch(jdbc, schema, exactUpTo);
    }

    @Override
    public IndexVersion version() {
        return here(() -> jdbc.sql("select encoder, analysis from " + schema + ".generation")
                .query((row, n) -> new IndexVersion(text(row, 1), text(row, 2)))
                .optional()
                .orElse(IndexVersion.NONE));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    @Override
    public void put(KnowledgeDocument document, List<Passage> passages, List<float[]> vectors) {
        if (passages.size() != vectors.size()) {
            throw new IllegalArgumentException(passages.size() + " passages, but " + vectors.size() + " vectors");
        }
        if (passages.isEmpty()) {
            delete(document.id());
            return;
        }
        write(() -> rows.put(document, passages, vectors, present));
    }

    @Override
    public void update(KnowledgeDocument document) {
        write(() -> {
            if (!rows.move(document)) {
                rows.retitle(document);
            }
        });
    }

    @Override
    public void delete(String documentId) {
        write(() -> rows.delete(documentId));
    }

    private void write(Runnable change) {
        here(() -> {
            change.run();
            if (writes.incrementAndGet() % WRITES_UNTIL_FOLDED == 0) {
                terms.fold();
            }
            return true;
        });
    }

    @Override
    public List<Hit> byWords(WordQuery query, Filter filter, int k) {
        return snapshot(() -> words.best(query, SqlFilter.of(filter), k));
    }

    @Override
    public List<Hit> byMeaning(float[] vector, Filter filter, int k) {
        return snapshot(() -> vectors.nearest(vector, SqlFilter.of(filter), k));
    }

    @Override
    public List<Passage> neighbours(String documentId, int from, int to, Filter filter) {
        SqlFilter restricted = SqlFilter.of(filter);
        return here(() -> jdbc.sql("""
                        select c.stored from SCHEMA.document d join SCHEMA.passage_content c on c.document = d.number
                        where d.id = :document and c.ordinal between :first and :last and CONDITION order by c.ordinal
                        """.replace("SCHEMA", schema).replace("CONDITION", restricted.condition()))
                .params(restricted.parameters())
                .param("document", SqlFilter.storable(documentId))
                .param("first", from)
                .param("last", to)
                .query((row, n) -> PassageCodec.passage(row.getBytes(1)))
                .list());
    }

    @Override
    public List<float[]> vectors(List<Passage> passages) {
        Map<String, float[]> found = vectorsById(passages);
        int dimensions =
                found.values().stream().findAny().map(vector -> vector.length).orElse(0);
        return passages.stream()
                .map(passage -> found.getOrDefault(passage.id(), new float[dimensions]))
                .toList();
    }

    @Override
    public Map<String, float[]> vectorsById(List<Passage> passages) {
        Map<String, float[]> found = new HashMap<>();
        here(() -> jdbc.sql("""
                        select w.passage, c.vector::real[]
                        from unnest(?::text[], ?::text[], ?::integer[]) as w (passage, document, ordinal)
                        join SCHEMA.document d on d.id = w.document
                        join SCHEMA.passage_content c on c.document = d.number and c.ordinal = w.ordinal
                        """.replace("SCHEMA", schema))
                .param(passages.stream().map(Passage::id).toArray(String[]::new))
                .param(SqlFilter.array(
                        passages.stream().map(Passage::documentId).toList()))
                .param(passages.stream().map(Passage::ordinal).toArray(Integer[]::new))
                .query((row, n) -> found.put(
                        text(row, 1), floats((Object[]) row.getArray(2).getArray())))
                .list());
        return found;
    }

    private static float[] floats(Object[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = ((Number) values[i]).floatValue();
        }
        return floats;
    }

    @Override
    public List<Double> rarities(List<String> pairs) {
        return counts(pairs).rarities();
    }

    @Override
    public PairCounts counts(List<String> pairs) {
        List<String> texts = pairs.stream()
                .map(pair -> TermTable.text(new QueryTerms.Key(true, pair)))
                .toList();
        Map<String, TermTable.Counted> counted = here(() -> terms.counted(
                Stream.concat(PassageCounts.NAMES.stream(), texts.stream()).toList()));
        int passages = (int) PassageCounts.of(counted).passages();
        return new PairCounts(
                passages,
                texts.stream()
                        .map(text -> counted.getOrDefault(text, new TermTable.Counted(0, 0)))
                        .map(term -> (int) Math.clamp(term.passages(), 0, passages))
                        .toList());
    }

    @Override
    public int documents(Filter filter) {
        SqlFilter restricted = SqlFilter.of(filter);
        return here(() -> jdbc.sql("select count(*) from " + schema + ".document d where " + restricted.condition())
                .params(restricted.parameters())
                .query(Integer.class)
                .single());
    }

    /** What returned is stored. */
    @Override
    public void flush() {}

    /** The database stays open: it belongs to others as well. */
    @Override
    public void close() {}

    private <T> T snapshot(Supplier<T> search) {
        return here(() -> {
            T found = transactions.execute(status -> {
                // the plan for a filter that lets little through is none for one that lets all through
                jdbc.sql(
                                "set transaction isolation level repeatable read, read only; set local plan_cache_mode = force_custom_plan")
                        .update();
                return search.get();
            });
            return Objects.requireNonNull(found);
        });
    }

    /** Another process may have moved or removed the schema. */
    private static <T> T here(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadSqlGrammarException e) {
            if (e.getRootCause() instanceof SQLException sql
                    && (NO_SUCH_TABLE.equals(sql.getSQLState()) || NO_SUCH_SCHEMA.equals(sql.getSQLState()))) {
                throw new ServerIndexException(Problem.GONE, e);
            }
            throw e;
        }
    }
}
