package bangban.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.DocumentCatalog.Share;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.ingest.DocumentChanges.Changed;
import bangban.knowledge.ingest.DocumentChanges.Permission;
import bangban.knowledge.ingest.Ingestion.Added;
import bangban.knowledge.ingest.Ingestion.Outcome;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DocumentChangesTest {

    private static final OrgPath PLANT = new OrgPath("澜川集团/钢铁公司");
    private static final OrgPath WORKS = new OrgPath("澜川集团/钢铁公司/炼铁厂");
    private static final String TEXT = "# 差旅费管理办法（2023版）\n\n第一条 自2023年3月1日起施行。\n";
    private static final String NEWER = "# 差旅费管理办法（2025版）\n\n第一条 自2025年3月1日起施行。\n";
    private static final Permission ALLOWED = (before, after) -> {};
    private static final Share BY_ADMIN = new Share("admin", Instant.parse("2026-01-01T00:00:00Z"));
    private static final Grantee STAFF = new Grantee.Account("staff");

    private final JdbcDataSource database = new JdbcDataSource();
    private final InMemoryPassageIndex index = new InMemoryPassageIndex();
    private final HashingTextEncoder encoder = new HashingTextEncoder();
    private final DocumentCatalog catalog;
    private final Ingestion ingestion;
    private final DocumentChanges changes;

    DocumentChangesTest(@TempDir Path folder) {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        KnowledgeSchema.migrate(database);
        catalog = new DocumentCatalog(database);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        ingestion = new Ingestion(catalog, new OriginalStore(folder), index, encoder, Parsers.standard(), clock);
        changes = ingestion.changes();
    }

    private static Place unit(OrgPath org) {
        return new Place(Tier.UNIT, org, "财务", List.of("差旅"), Clearance.INTERNAL, "admin");
    }

    private Added add(String file, Place place, String text) {
        try {
            SourceFile source = new SourceFile(file, text.getBytes(StandardCharsets.UTF_8));
            return ingestion.add(new NewDocument(file, place), source, Progress.NONE);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private KnowledgeDocument change(String id, DocumentChange change) {
        KnowledgeDocument after =
                changes.change(id, change, ALLOWED).map(Changed::after).orElseThrow();
        assertThat(after).isEqualTo(catalog.entry(id).orElseThrow().document()).isEqualTo(index.document(id));
        return after;
    }

    @Test
    void aMovedDocumentKeepsItsIdAndItsVectors() {
        String id = add("办法.md", unit(PLANT), TEXT).document().id();
        KnowledgeDocument moved = change(id, DocumentChange.moved(Tier.UNIT, WORKS));
        assertThat(moved.id()).isEqualTo(id);
        assertThat(moved.place()).isEqualTo(unit(WORKS));
        assertThat(encoder.encoded).hasSize(1);
    }

    @Test
    void theSameFileInTheNewPlaceIsTheMovedDocumentAndInTheOldPlaceANewOne() {
        String moved = add("办法.md", unit(PLANT), TEXT).document().id();
        change(moved, DocumentChange.moved(Tier.UNIT, WORKS));

        Added there = add("办法.md", unit(WORKS), TEXT);
        Added here = add("办法.md", unit(PLANT), TEXT);
        change(here.document().id(), DocumentChange.moved(Tier.GROUP, new OrgPath("澜川集团")));
        Added again = add("办法.md", unit(PLANT), TEXT);

        assertThat(there.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(there.document().id()).isEqualTo(moved);
        assertThat(List.of(here.outcome(), again.outcome())).containsOnly(Outcome.ADDED);
        assertThat(List.of(moved, here.document().id(), again.document().id())).doesNotHaveDuplicates();
        assertThat(add("办法.md", unit(PLANT), NEWER).document().id())
                .isEqualTo(again.document().id());
        assertThat(catalog.count()).isEqualTo(3);
    }

    @Test
    void aFileThatIsAddedWhileItsDocumentMovesAwayBecomesANewDocument() {
        String moved = add("办法.md", unit(PLANT), TEXT).document().id();
        AtomicBoolean once = new AtomicBoolean();
        encoder.beforeEach = () -> {
            if (once.compareAndSet(false, true)) {
                change(moved, DocumentChange.moved(Tier.UNIT, WORKS));
            }
        };
        Added added = add("办法.md", unit(PLANT), TEXT + "\n第二条 乙。\n");
        assertThat(added.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(added.document().id()).isNotEqualTo(moved);
        assertThat(index.document(moved).place().org()).isEqualTo(WORKS);
        assertThat(index.passages.get(moved)).hasSize(1);
    }

    @Test
    void nothingMovesOntoAnotherDocumentWithItsFileName() {
        String id = add("办法.md", unit(PLANT), TEXT).document().id();
        String other = add("办法.md", unit(WORKS), TEXT).document().id();
        assertThatExceptionOfType(PlaceTakenException.class)
                .isThrownBy(() -> changes.change(id, DocumentChange.moved(Tier.UNIT, WORKS), ALLOWED))
                .satisfies(taken -> assertThat(taken.file()).isEqualTo("办法.md"));
        assertThat(index.document(id).place()).isEqualTo(unit(PLANT));
        assertThat(index.document(other).place()).isEqualTo(unit(WORKS));
    }

    @Test
    void aVersionThatMovesLeavesItsSeriesAndJoinsItAgain() {
        String old = add("差旅费管理办法（2023版）.md", unit(PLANT), TEXT).document().id();
        String fresh = add("差旅费管理办法（2025版）.md", unit(PLANT), NEWER).document().id();
        Validity ended = new Validity(LocalDate.of(2023, 3, 1), LocalDate.of(2025, 2, 28));
        assertThat(index.document(old).validity()).isEqualTo(ended);
        change(fresh, DocumentChange.moved(Tier.UNIT, WORKS));
        assertThat(index.document(old).validity()).isEqualTo(new Validity(LocalDate.of(2023, 3, 1), null));
        assertThat(index.document(fresh).supersedes()).isNull();
        change(fresh, DocumentChange.moved(Tier.UNIT, PLANT));
        assertThat(index.document(old).validity()).isEqualTo(ended);
        assertThat(index.document(fresh).supersedes()).isEqualTo(old);
    }

    @Test
    void whatExpiresIsInForceToItsLastDayAndTheEndCanBeTakenBack() {
        String id = add("办法.md", unit(PLANT), TEXT).document().id();
        LocalDate last = LocalDate.of(2025, 12, 31);
        assertThat(change(id, DocumentChange.expired(last)).validity().to()).isEqualTo(last);
        DocumentChange cleared = new DocumentChange(
                new Edit.Keep<>(),
                null,
                null,
                new Edit.Clear<>(),
                List.of(),
                null,
                null,
                new Edit.To<>(last),
                new Edit.Clear<>());
        KnowledgeDocument after = change(id, cleared);
        assertThat(after.validity()).isEqualTo(new Validity(last, null));
        assertThat(after.place().domain()).isNull();
        assertThat(after.place().tags()).isEmpty();
    }

    @Test
    void aNewTitleStandsInEveryPassageAndAClearedOneIsTheFilesOwn() {
        String id = add("办法.md", unit(PLANT), TEXT).document().id();
        change(id, DocumentChange.titled("差旅办法"));
        assertThat(index.passages.get(id))
                .extracting(Passage::path)
                .allSatisfy(path -> assertThat(path).startsWith("差旅办法"));
        assertThat(encoder.encoded).hasSize(2).last().asString().contains("差旅办法");
        DocumentChange own = new DocumentChange(
                new Edit.Clear<>(),
                null,
                null,
                new Edit.Keep<>(),
                null,
                null,
                null,
                new Edit.Clear<>(),
                new Edit.Keep<>());
        KnowledgeDocument after = change(id, own);
        assertThat(after.title()).isEqualTo("差旅费管理办法（2023版）");
        assertThat(after.validity().from()).isEqualTo(LocalDate.of(2023, 3, 1));
    }

    @Test
    void whatIsNotPermittedChangesNothing() {
        String id = add("办法.md", unit(PLANT), TEXT).document().id();
        KnowledgeDocument before = index.document(id);
        Permission refused = (document, after) -> {
            throw new SecurityException(document.place().org() + " → " + after.org());
        };
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> changes.change(id, DocumentChange.moved(Tier.UNIT, WORKS), refused))
                .withMessage(PLANT + " → " + WORKS);
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> changes.share(id, STAFF, BY_ADMIN, refused));
        assertThatExceptionOfType(SecurityException.class).isThrownBy(() -> changes.unshare(id, STAFF, refused));
        assertThat(catalog.entry(id).map(CatalogEntry::document)).contains(before);
        assertThat(index.document(id)).isEqualTo(before);
    }

    @Test
    void aPermissionIsAskedAgainWhereTheDocumentChangedUnderIt() {
        String id = add("办法.md", unit(PLANT), TEXT).document().id();
        AtomicBoolean once = new AtomicBoolean();
        Permission inThePlantOnly = (document, after) -> {
            if (!document.place().org().equals(PLANT)) {
                throw new SecurityException("moved away");
            }
            if (once.compareAndSet(false, true)) {
                change(id, DocumentChange.moved(Tier.UNIT, WORKS));
            }
        };
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> changes.change(id, DocumentChange.classified(Clearance.PUBLIC), inThePlantOnly));
        assertThat(index.document(id).place()).isEqualTo(unit(WORKS));
    }

    @Test
    void aShareIsKnownToIndexAndCatalogueUntilItEnds() {
        String id = add("办法.md", unit(PLANT), TEXT).document().id();
        changes.share(id, STAFF, BY_ADMIN, ALLOWED);
        assertThat(index.document(id).place().sharedWith()).containsExactly(STAFF);
        assertThat(catalog.shares(id)).containsExactly(new DocumentCatalog.Granted(STAFF, BY_ADMIN));
        change(id, DocumentChange.moved(Tier.UNIT, WORKS));
        assertThat(index.document(id).place().sharedWith()).containsExactly(STAFF);
        changes.unshare(id, STAFF, ALLOWED);
        assertThat(index.document(id).place().sharedWith()).isEmpty();
        assertThat(catalog.shares(id)).isEmpty();
    }

    @Test
    void whatIsForOneSessionIsNotSharedAndIsForAllOnceItIsAUnits() {
        Place own =
                new Place(Tier.PERSONAL, PLANT, null, List.of(), Clearance.INTERNAL, "staff", "s1", java.util.Set.of());
        String id = add("附件.md", own, TEXT).document().id();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> changes.share(id, new Grantee.Account("buyer"), BY_ADMIN, ALLOWED));
        assertThat(catalog.shares(id)).isEmpty();
        assertThat(change(id, DocumentChange.moved(Tier.UNIT, PLANT)).place().session())
                .isNull();
    }

    @Test
    void whatIsForOneSessionIsForAllOfItsOwnersOnceItIsMadePersonal() {
        Place own =
                new Place(Tier.PERSONAL, PLANT, null, List.of(), Clearance.INTERNAL, "staff", "s1", java.util.Set.of());
        String id = add("附件.md", own, TEXT).document().id();
        assertThat(change(id, DocumentChange.titled("合同")).place().session()).isEqualTo("s1");
        assertThat(change(id, DocumentChange.moved(Tier.PERSONAL, PLANT))
                        .place()
                        .session())
                .isNull();
        assertThat(index.document(id).place().session()).isNull();
    }

    @Test
    void whatIsForOneSessionMovesToAnotherUnderAnotherName() {
        Place own =
                new Place(Tier.PERSONAL, PLANT, null, List.of(), Clearance.INTERNAL, "staff", "s1", java.util.Set.of());
        String id = add("附件.md", own, TEXT).document().id();
        String other = add("附件.md", own.inSession("s2"), TEXT).document().id();
        assertThatExceptionOfType(PlaceTakenException.class).isThrownBy(() -> changes.intoSession(id, "s2", "附件.md"));
        changes.intoSession(id, "s2", "附件 (2).md");
        assertThat(index.document(id).place().session()).isEqualTo("s2");
        assertThat(catalog.idAt("附件 (2).md", own.inSession("s2"))).contains(id);
        assertThat(catalog.idAt("附件.md", own.inSession("s2"))).contains(other);
        change(id, DocumentChange.moved(Tier.UNIT, PLANT));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> changes.intoSession(id, "s3", "附件.md"));
    }

    @Test
    void whatTheCatalogueRefusesIsNotInTheIndex() {
        String id = add("办法.md", unit(PLANT), TEXT).document().id();
        KnowledgeDocument before = index.document(id);
        JdbcClient.create(database)
                .sql("alter table knowledge_document add constraint refused check (clearance < 3)")
                .update();
        JdbcClient.create(database)
                .sql("alter table knowledge_grant add constraint none check (granted_by <> 'admin')")
                .update();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> changes.change(id, DocumentChange.classified(Clearance.CONFIDENTIAL), ALLOWED));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> changes.share(id, STAFF, BY_ADMIN, ALLOWED));
        assertThat(index.document(id)).isEqualTo(before);
        index.loseWhatWasNotFlushed();
        assertThat(index.document(id)).isEqualTo(before);
    }

    @Test
    void whatDoesNotExistIsNotChanged() {
        assertThat(changes.change("none", DocumentChange.titled("甲"), ALLOWED)).isEmpty();
        assertThat(changes.share("none", STAFF, BY_ADMIN, ALLOWED)).isEmpty();
        assertThat(changes.unshare("none", STAFF, ALLOWED)).isEmpty();
    }
}
