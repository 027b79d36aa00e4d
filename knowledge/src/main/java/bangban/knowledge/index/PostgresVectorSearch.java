package bangban.knowledge.index;

import bangban.knowledge.index.PassageIndex.Hit;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nearest neighbours under a filter, as {@link VectorSearch} finds them: where few passages match, each is compared; beyond, the graph
 * proposes and its scan goes on until enough of what it proposes passes the filter. Full precision decides in the end.
 */
final class PostgresVectorSearch {

    private static final int MORE = 40;
    private static final int LARGEST_LIST = 1_000;
    private static final int SMALLEST_LIST = 100;

    private final JdbcClient jdbc;
    private final String schema;
    private final Matching matching;
    private final int exactUpTo;

    PostgresVectorSearch(JdbcClient jdbc, String schema, int exactUpTo) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.matching = new Matching(jdbc, schema);
        this.exactUpTo = exactUpTo;
    }

    /** Within a transaction of its own. Scores are cosines, the best first. */
    List<Hit> nearest(float[] vector, SqlFilter filter, int k) {
        Optional<Integer[]> few = matching.few(filter, exactUpTo);
        if (few.isPresent()) {
            return few.get().length == 0 ? List.of() : among(few.get(), vector, k);
        }
        List<Hit> found = throughTheGraph(vector, filter, k);
        return found.size() < k ? everyOne(vector, filter, k) : found;
    }

    private List<Hit> among(Integer[] documents, float[] vector, int k) {
        return decided("""
                        select document, ordinal, meaning <#> :vector::halfvec as distance
                        from SCHEMA.passage_meaning where document = any(:documents::integer[])
                        """, vector, k, new SqlFilter("", Map.of("documents", documents)));
    }

    private List<Hit> everyOne(float[] vector, SqlFilter filter, int k) {
        return decided("""
                        select m.document, m.ordinal, m.meaning <#> :vector::halfvec as distance
                        from SCHEMA.passage_meaning m join SCHEMA.document d on d.number = m.document where
                        """ + filter.condition(), vector, k, filter);
    }

    private List<Hit> decided(String compared, float[] vector, int k, SqlFilter filter) {
        return hits(
                "with compared as materialized (" + compared
                        + "), near as materialized (select document, ordinal from compared order by distance limit :most)",
                vector,
                k,
                filter);
    }

    private List<Hit> throughTheGraph(float[] vector, SqlFilter filter, int k) {
        int list = Math.clamp(k + MORE, SMALLEST_LIST, LARGEST_LIST);
        // nothing but the graph's order, and a look at each proposal's document
        jdbc.sql("""
                        select set_config('hnsw.ef_search', ?, true), set_config('hnsw.iterative_scan', 'strict_order', true),
                               set_config('hnsw.max_scan_tuples', '200000', true), set_config('hnsw.scan_mem_multiplier', '8', true),
                               set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true),
                               set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
                        """).param(Integer.toString(list)).query((row, n) -> n).list();
        return hits("""
                        with near as materialized (
                            select m.document, m.ordinal
                            from SCHEMA.passage_meaning m join SCHEMA.document d on d.number = m.document
                            where CONDITION order by m.meaning <#> :vector::halfvec limit :most)
                        """.replace("CONDITION", filter.condition()), vector, k, filter);
    }

    private List<Hit> hits(String near, float[] vector, int k, SqlFilter filter) {
        return jdbc.sql((near + """
                         select c.stored, -(c.vector <#> :vector::vector) as score
                        from near join SCHEMA.passage_content c using (document, ordinal)
                        order by score desc, c.document, c.ordinal limit :k
                        """).replace("SCHEMA", schema))
                .params(filter.parameters())
                .param("vector", Arrays.toString(vector), Types.OTHER)
                .param("most", k + MORE)
                .param("k", k)
                .query((row, n) -> new Hit(PassageCodec.passage(row.getBytes(1)), row.getDouble(2)))
                .list();
    }
}
