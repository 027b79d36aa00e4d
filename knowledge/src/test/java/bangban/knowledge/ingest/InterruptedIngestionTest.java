package bangban.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class InterruptedIngestionTest {

    private static final String OLD = "# 差旅费管理办法（2023版）\n\n第一条 自2023年3月1日起施行。\n";
    private static final String NEW = "# 差旅费管理办法（2025版）\n\n第一条 自2025年3月1日起施行。\n";
    private static final int MORE_STEPS_THAN_ANY = 60;

    @TempDir
    Path folder = Path.of("");

    /** A knowledge base whose process can die at any step of the index. */
    private static final class Base {

        private final JdbcDataSource database = new JdbcDataSource();
        private final InMemoryPassageIndex index = new InMemoryPassageIndex();
        private final DocumentCatalog catalog;
        private final Ingestion ingestion;

        Base(Path folder) {
            database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
            KnowledgeSchema.migrate(database);
            catalog = new DocumentCatalog(database);
            ingestion = new Ingestion(
                    catalog,
                    new OriginalStore(folder),
                    index,
                    new HashingTextEncoder(),
                    Parsers.standard(),
                    InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
        }

        Ingestion.Added add(String file, String text, Clearance clearance) {
            Place place = new Place(Tier.GROUP, new OrgPath("澜川集团"), "采购", List.of(), clearance, "admin");
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            try {
                return ingestion.add(new NewDocument(file, place), new SourceFile(file, bytes), Progress.NONE);
            } catch (ParseException e) {
                throw new AssertionError(e);
            }
        }

        Map<String, KnowledgeDocument> catalogued() {
            return catalog.all().stream()
                    .map(CatalogEntry::document)
                    .collect(Collectors.toMap(KnowledgeDocument::id, Function.identity()));
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Runs the change, dead from this step of the index on; true where there was such a step. */
    private static boolean dies(Base base, int at, Runnable change) {
        int[] steps = {0};
        base.index.atEachStep = () -> {
            if (steps[0]++ >= at) {
                throw new Killed();
            }
        };
        try {
            change.run();
            return false;
        } catch (Killed e) {
            return true;
        } finally {
            base.index.atEachStep = () -> {};
        }
    }

    private void agreesWhenDoneAgain(Function<Base, Runnable> prepared, boolean losesPower) {
        Base whole = new Base(folder.resolve("whole"));
        prepared.apply(whole).run();
        boolean died = true;
        for (int at = 0; died; at++) {
            assertThat(at).isLessThan(MORE_STEPS_THAN_ANY);
            Base base = new Base(folder.resolve("at" + at + losesPower));
            Runnable change = prepared.apply(base);
            died = dies(base, at, change);
            if (losesPower) {
                base.index.loseWhatWasNotFlushed();
            }
            change.run();
            assertThat(base.index.documents)
                    .as("died at step %d", at)
                    .isEqualTo(base.catalogued())
                    .isEqualTo(whole.catalogued());
        }
    }

    @Test
    void aStricterClearanceThatWasCutOffIsMadeByAddingAgain() {
        Function<Base, Runnable> prepared = base -> {
            base.add("a.md", OLD, Clearance.INTERNAL);
            return () -> base.add("a.md", OLD, Clearance.SECRET);
        };
        agreesWhenDoneAgain(prepared, false);
        agreesWhenDoneAgain(prepared, true);
    }

    @Test
    void aNewVersionThatWasCutOffEndsTheOldOneWhenItIsAddedAgain() {
        Function<Base, Runnable> prepared = base -> {
            base.add("a.md", OLD, Clearance.INTERNAL);
            return () -> base.add("b.md", NEW, Clearance.INTERNAL);
        };
        agreesWhenDoneAgain(prepared, false);
        agreesWhenDoneAgain(prepared, true);
    }

    @Test
    void aDeletionThatWasCutOffGivesTheOldVersionItsTimeBackWhenItIsDoneAgain() {
        Function<Base, Runnable> prepared = base -> {
            base.add("a.md", OLD, Clearance.INTERNAL);
            String id = base.add("b.md", NEW, Clearance.INTERNAL).document().id();
            return () -> base.ingestion.delete(id);
        };
        agreesWhenDoneAgain(prepared, false);
        agreesWhenDoneAgain(prepared, true);
    }

    @Test
    void aMoveThatWasCutOffIsMadeByDoingItAgain() {
        Function<Base, Runnable> prepared = base -> {
            base.add("a.md", OLD, Clearance.INTERNAL);
            String id = base.add("b.md", NEW, Clearance.INTERNAL).document().id();
            DocumentChange move = DocumentChange.moved(Tier.UNIT, new OrgPath("澜川集团/财务部"));
            return () -> base.ingestion.changes().change(id, move, (before, after) -> {});
        };
        agreesWhenDoneAgain(prepared, false);
        agreesWhenDoneAgain(prepared, true);
    }

    @Test
    void aShareThatWasCutOffIsMadeByDoingItAgain() {
        Function<Base, Runnable> prepared = base -> {
            String id = base.add("a.md", OLD, Clearance.INTERNAL).document().id();
            DocumentCatalog.Share share = new DocumentCatalog.Share("admin", Instant.EPOCH);
            return () -> base.ingestion.changes().share(id, new Grantee.Account("staff"), share, (before, after) -> {});
        };
        agreesWhenDoneAgain(prepared, false);
        agreesWhenDoneAgain(prepared, true);
    }

    @Test
    void whatTheCatalogueRefusesLeavesNothingInTheIndex() {
        Base base = new Base(folder);
        base.add("a.md", OLD, Clearance.INTERNAL);
        Map<String, KnowledgeDocument> before = base.catalogued();
        JdbcClient.create(base.database)
                .sql("alter table knowledge_document add constraint refused check (clearance < 3)")
                .update();
        for (String file : List.of("a.md", "b.md")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> base.add(file, NEW, Clearance.CONFIDENTIAL));
            base.index.loseWhatWasNotFlushed();
            assertThat(base.catalogued()).isEqualTo(before);
            assertThat(base.index.documents).isEqualTo(before);
            assertThat(base.index.passages).containsOnlyKeys(before.keySet());
        }
    }
}
