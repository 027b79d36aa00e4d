package bangban.knowledge.index;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How selective a filter is: the documents themselves where they are few, so that each of their passages can be looked at. */
final class Matching {

    private static final int MOST_DOCUMENTS = 1_000;

    private final JdbcClient jdbc;
    private final String schema;

    Matching(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    private record Document(int number, int passages) {}

    /** Their numbers; empty where there are many documents, or more passages in them than these. */
    Optional<Integer[]> few(SqlFilter filter, int passages) {
        List<Document> documents = jdbc.sql("select d.number, d.passages from " + schema + ".document d where "
                        + filter.condition() + " limit " + (MOST_DOCUMENTS + 1))
                .params(filter.parameters())
                .query((row, n) -> new Document(row.getInt(1), row.getInt(2)))
                .list();
        boolean few = documents.size() <= MOST_DOCUMENTS
                && documents.stream().mapToLong(Document::passages).sum() <= passages;
        return few ? Optional.of(documents.stream().map(Document::number).toArray(Integer[]::new)) : Optional.empty();
    }
}
