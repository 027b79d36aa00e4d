package bangban.bench.permissions;

import bangban.bench.JsonLines;
import bangban.bench.ScratchIndex;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Validity;
import bangban.knowledge.retrieve.QuestionAdapter;
import bangban.knowledge.retrieve.RankingModel;
import bangban.knowledge.retrieve.Retriever;
import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.TermAnalyzer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;

/** A whole knowledge base of its own, and beside it the list of what is in it. */
final class Library implements Closeable {

    private final Path folder = Files.createTempDirectory("bangban-permissions-");
    final Map<String, Known> known = new LinkedHashMap<>();
    final LetterEncoder encoder = new LetterEncoder();
    private final ScratchIndex scratch;
    final PassageIndex index;
    final DocumentCatalog catalog;
    final Ingestion ingestion;
    final Retriever retriever;

    /** @param asked what stands before the index, itself in a proof */
    Library(EmptyIndex empty, UnaryOperator<PassageIndex> asked) throws IOException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        KnowledgeSchema.migrate(database);
        catalog = new DocumentCatalog(database);
        scratch = empty.make();
        index = asked.apply(scratch.index());
        ingestion = new Ingestion(
                catalog, new OriginalStore(folder), index, encoder, Parsers.standard(), InstantSource.system());
        retriever = new Retriever(
                index, encoder, new TermAnalyzer(), Synonyms.NONE, QuestionAdapter.NONE, RankingModel.DEFAULT);
    }

    /** Adds a document of two clauses that every question of the proof finds. */
    void add(int number, Place place, Validity validity) {
        String file = "规定" + number + "n.md";
        String title = "规定" + number + "n";
        String text = "# " + title + "\n\n第一条 审批流程" + number + "n。\n\n第二条 审批权限" + number + "n。\n";
        NewDocument added = new NewDocument(file, title, place, validity.from(), validity.to(), null, null);
        try {
            Ingestion.Added result =
                    ingestion.add(added, new SourceFile(file, text.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
            String id = result.document().id();
            known.put(id, new Known(id, file, title, place, validity));
        } catch (ParseException e) {
            throw new IllegalStateException("a text was not read", e);
        }
    }

    @Override
    public void close() throws IOException {
        scratch.close();
        JsonLines.deleteFolder(folder);
    }
}
