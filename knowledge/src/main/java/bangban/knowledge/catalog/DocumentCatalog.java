package bangban.knowledge.catalog;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The documents there are. What a reader may not see is left out by the query. */
public final class DocumentCatalog {

    private static final int MOST = 500;

    /** In a place: what of it makes files of one name the same document. */
    private static final String AT_PLACE =
            "tier = :tier and org = :org and (tier <> 'PERSONAL' or owner = :owner) and coalesce(session, '') = :session";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** @param source of a database that {@link KnowledgeSchema} has brought up to date */
    public DocumentCatalog(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /**
     * What to list.
     *
     * @param text part of title or file name, empty for all
     * @param domain empty for all
     * @param after the id of the last document of the page before, null for the first page; one that the reader may not see is as one
     *     that does not exist: nothing comes after it
     * @param limit at most 500
     * @param shared true for only those that the reader sees because they are shared: see {@link Reader#readsByShare}
     */
    public record Query(
            Reader reader,
            String text,
            String domain,
            @Nullable String after,
            int limit,
            boolean shared) {

        public Query(Reader reader) {
            this(reader, "", "", null, 100);
        }

        public Query(Reader reader, String text, String domain, @Nullable String after, int limit) {
            this(reader, text, domain, after, limit, false);
        }
    }

    /**
     * Documents by title.
     *
     * @param total of all pages
     */
    public record Page(List<KnowledgeDocument> documents, int total) {

        public Page {
            documents = List.copyOf(documents);
        }
    }

    /** The document; empty where there is none or the reader may not see it. */
    public Optional<KnowledgeDocument> find(String id, Reader reader) {
        return jdbc.sql(CatalogRows.SELECT + "where id = :id and " + ReaderFilter.SQL)
                .param("id", id)
                .params(ReaderFilter.parameters(reader))
                .query(CatalogRows::document)
                .optional();
    }

    public Page list(Query query) {
        Map<String, Object> parameters = new HashMap<>(ReaderFilter.parameters(query.reader()));
        StringBuilder where = new StringBuilder(query.shared() ? ReaderFilter.BY_SHARE : ReaderFilter.SQL);
        if (!query.text().isBlank()) {
            where.append(
                    " and (lower(title) like lower(:text) escape '!' or lower(file) like lower(:text) escape '!')");
            parameters.put("text", "%" + ReaderFilter.escaped(query.text().strip()) + "%");
        }
        if (!query.domain().isBlank()) {
            where.append(" and domain = :domain");
            parameters.put("domain", query.domain().strip());
        }
        int total = jdbc.sql("select count(*) from knowledge_document where " + where)
                .params(parameters)
                .query(Integer.class)
                .single();
        if (query.after() != null) {
            where.append(" and (title, id) > (select title, id from knowledge_document where id = :after and ")
                    .append(ReaderFilter.SQL)
                    .append(")");
            parameters.put("after", query.after());
        }
        List<KnowledgeDocument> documents = jdbc.sql(
                        CatalogRows.SELECT + "where " + where + " order by title, id limit :limit")
                .params(parameters)
                .param("limit", Math.clamp(query.limit(), 1, MOST))
                .query(CatalogRows::document)
                .list();
        return new Page(documents, total);
    }

    /** For upkeep and for what the index has already filtered; never to answer a reader's request by id. */
    public Optional<CatalogEntry> entry(String id) {
        return jdbc.sql(CatalogRows.SELECT + "where id = :id")
                .param("id", id)
                .query(CatalogRows::entry)
                .optional();
    }

    /** The documents of a place whose file lies below this one, as those of an archive do. */
    public List<KnowledgeDocument> below(String file, Place place) {
        return jdbc.sql(CatalogRows.SELECT + "where " + AT_PLACE + " and file like :below escape '!' order by file")
                .params(at(place))
                .param("below", ReaderFilter.escaped(file) + "/%")
                .query(CatalogRows::document)
                .list();
    }

    /** The documents with these ids, as far as the reader may see them. */
    public Map<String, KnowledgeDocument> documents(Collection<String> ids, Reader reader) {
        Map<String, KnowledgeDocument> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(CatalogRows.SELECT + "where id in (:ids) and " + ReaderFilter.SQL)
                    .param("ids", ids)
                    .params(ReaderFilter.parameters(reader))
                    .query(CatalogRows::document)
                    .list()
                    .forEach(document -> found.put(document.id(), document));
        }
        return found;
    }

    /** The id of the document with this file name in this place, whoever may see it; never to answer a reader's request. */
    public Optional<String> idAt(String file, Place place) {
        return jdbc.sql("select id from knowledge_document where file = :file and " + AT_PLACE + " order by id limit 1")
                .param("file", file)
                .params(at(place))
                .query(String.class)
                .optional();
    }

    public int count() {
        return jdbc.sql("select count(*) from knowledge_document")
                .query(Integer.class)
                .single();
    }

    /** Every document, for upkeep such as re-encoding. */
    public List<CatalogEntry> all() {
        return jdbc.sql(CatalogRows.SELECT + "order by id")
                .query(CatalogRows::entry)
                .list();
    }

    /** Every unit that a document is of. */
    public List<OrgPath> units() {
        return jdbc.sql("select distinct org from knowledge_document")
                .query((row, n) -> new OrgPath(Objects.requireNonNull(row.getString("org"))))
                .list();
    }

    /**
     * The other versions of a document: of the same place, with the same title but for marks of version, or tied by what supersedes
     * what, however many steps away.
     */
    public List<CatalogEntry> series(CatalogEntry entry) {
        Map<String, CatalogEntry> found = new LinkedHashMap<>();
        found.put(entry.document().id(), entry);
        int before = 0;
        while (found.size() > before) {
            before = found.size();
            for (CatalogEntry next : tied(found)) {
                found.putIfAbsent(next.document().id(), next);
            }
        }
        found.remove(entry.document().id());
        return List.copyOf(found.values());
    }

    private static Map<String, Object> at(Place place) {
        return Map.of(
                "tier", place.tier().name(),
                "org", place.org().value(),
                "owner", place.owner(),
                "session", Objects.requireNonNullElse(place.session(), ""));
    }

    private List<CatalogEntry> tied(Map<String, CatalogEntry> found) {
        List<String> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> predecessors = new ArrayList<>(List.of(""));
        for (CatalogEntry entry : found.values()) {
            String file = entry.document().file();
            keys.add(entry.seriesKey());
            names.addAll(List.of(entry.document().id(), file, file.substring(file.lastIndexOf('/') + 1)));
            if (entry.predecessor() != null) {
                predecessors.add(entry.predecessor());
            }
        }
        Place place = found.values().iterator().next().document().place();
        return jdbc.sql(CatalogRows.SELECT + "where " + AT_PLACE + " " + """
                        and (series_key in (:keys) or predecessor in (:names)
                             or id in (:predecessors) or file in (:predecessors))
                        order by id
                        """)
                .params(at(place))
                .param("keys", keys)
                .param("names", names)
                .param("predecessors", predecessors)
                .query(CatalogRows::entry)
                .list();
    }

    /** Saves and deletes all that the work does, once it has returned, or nothing where it throws; within it, what it did is seen. */
    public void together(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Adds the document or replaces the one with its id. */
    public void save(CatalogEntry entry) {
        Map<String, @Nullable Object> values = CatalogRows.values(entry);
        if (jdbc.sql(CatalogRows.UPDATE).params(values).update() == 0) {
            jdbc.sql(CatalogRows.INSERT).params(values).update();
        }
    }

    /** Shares the document, or says anew who shared it. What the place of a saved entry says of sharing changes nothing. */
    public void share(String id, Grantee grantee, Share share) {
        unshare(id, grantee);
        jdbc.sql("""
                        insert into knowledge_grant (document_id, grantee, granted_by, granted_at)
                        values (:id, :grantee, :by, :at)
                        """)
                .param("id", id)
                .param("grantee", grantee.written())
                .param("by", share.by())
                .param("at", share.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a share; does nothing where there is none. */
    public void unshare(String id, Grantee grantee) {
        jdbc.sql("delete from knowledge_grant where document_id = :id and grantee = :grantee")
                .param("id", id)
                .param("grantee", grantee.written())
                .update();
    }

    /** With whom a document is shared, the latest first. */
    public List<Granted> shares(String id) {
        return jdbc.sql("select * from knowledge_grant where document_id = :id order by granted_at desc, grantee")
                .param("id", id)
                .query((row, n) -> new Granted(
                        Grantee.read(Objects.requireNonNull(row.getString("grantee"))),
                        new Share(
                                Objects.requireNonNull(row.getString("granted_by")),
                                Objects.requireNonNull(row.getObject("granted_at", OffsetDateTime.class))
                                        .toInstant())))
                .list();
    }

    /** Who shared a document, and when. */
    public record Share(String by, Instant at) {}

    /** A share with whom it is for. */
    public record Granted(Grantee grantee, Share share) {}

    public void delete(String id) {
        jdbc.sql("delete from knowledge_document where id = :id")
                .param("id", id)
                .update();
    }
}
