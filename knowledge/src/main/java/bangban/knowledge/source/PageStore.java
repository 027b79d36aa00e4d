package bangban.knowledge.source;

import bangban.knowledge.crawl.KnownPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which page of which source became which document. */
final class PageStore {

    private static final int LONGEST_ETAG = 1000;
    private static final int LONGEST_DATE = 200;

    private final JdbcClient jdbc;

    PageStore(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    record Row(KnownPage page, String documentId) {}

    List<Row> list(String sourceId) {
        return jdbc.sql("select * from knowledge_source_page where source_id = :source order by url")
                .param("source", sourceId)
                .query((row, number) -> new Row(
                        new KnownPage(
                                Objects.requireNonNull(row.getString("url")),
                                row.getString("etag"),
                                row.getString("last_modified"),
                                Objects.requireNonNull(row.getString("text_hash"))),
                        Objects.requireNonNull(row.getString("document_id"))))
                .list();
    }

    void put(String sourceId, KnownPage page, String documentId) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("source", sourceId);
        values.put("url", page.url());
        values.put("document", documentId);
        values.put("etag", ifShort(page.etag(), LONGEST_ETAG));
        values.put("lastModified", ifShort(page.lastModified(), LONGEST_DATE));
        values.put("textHash", page.textHash());
        int updated = jdbc.sql("""
                        update knowledge_source_page set document_id = :document, etag = :etag, last_modified = :lastModified,
                            text_hash = :textHash
                        where source_id = :source and url = :url
                        """).params(values).update();
        if (updated == 0) {
            jdbc.sql("""
                            insert into knowledge_source_page (source_id, url, document_id, etag, last_modified, text_hash)
                            values (:source, :url, :document, :etag, :lastModified, :textHash)
                            """).params(values).update();
        }
    }

    private static @Nullable String ifShort(@Nullable String text, int longest) {
        return text == null || text.length() > longest ? null : text;
    }

    /** @return the document, where no other source holds it */
    Optional<String> remove(String sourceId, String url) {
        Optional<String> document = jdbc.sql(
                        "select document_id from knowledge_source_page where source_id = :source and url = :url")
                .param("source", sourceId)
                .param("url", url)
                .query(String.class)
                .optional();
        jdbc.sql("delete from knowledge_source_page where source_id = :source and url = :url")
                .param("source", sourceId)
                .param("url", url)
                .update();
        return document.filter(id -> jdbc.sql("select count(*) from knowledge_source_page where document_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 0);
    }

    int count(String sourceId) {
        return jdbc.sql("select count(*) from knowledge_source_page where source_id = :source")
                .param("source", sourceId)
                .query(Integer.class)
                .single();
    }
}
