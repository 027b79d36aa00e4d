package bangban.knowledge.source;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.catalog.OriginalStore.Part;
import bangban.knowledge.crawl.CrawlScope;
import bangban.knowledge.crawl.Crawler;
import bangban.knowledge.crawl.HostPace;
import bangban.knowledge.fetch.AllowedTargets;
import bangban.knowledge.fetch.FetchLimits;
import bangban.knowledge.fetch.LocalSite;
import bangban.knowledge.fetch.WebFetcher;
import bangban.knowledge.ingest.DocumentChange;
import bangban.knowledge.ingest.HashingTextEncoder;
import bangban.knowledge.ingest.InMemoryPassageIndex;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import bangban.knowledge.source.SourceRun.Counts;
import bangban.knowledge.source.SourceRun.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRunsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Place GROUP =
            new Place(Tier.GROUP, new OrgPath("澜川集团"), "采购", List.of("网页"), Clearance.INTERNAL, "admin");
    private static final long LOOK_EVERY_NANOS = 5_000_000;

    private final LocalSite site = new LocalSite();
    private final WebFetcher fetcher = new WebFetcher(AllowedTargets.parse(LocalSite.ALLOW), FetchLimits.STANDARD);
    private final DataSource database = database();
    private final DocumentCatalog catalog = new DocumentCatalog(database);
    private final InMemoryPassageIndex index = new InMemoryPassageIndex();
    private final OriginalStore originals;
    private final Ingestion ingestion;
    private final Sources sources;
    private Instant now = START;
    private Optional<Clearance> ownersClearance = Optional.of(Clearance.INTERNAL);
    private SourceRuns runs;

    SourceRunsTest(@TempDir Path folder) {
        InstantSource clock = () -> now;
        originals = new OriginalStore(folder);
        ingestion = new Ingestion(catalog, originals, index, new HashingTextEncoder(), Parsers.standard(), clock);
        sources = new Sources(database, catalog, ingestion, clock);
        runs = newRuns();
    }

    private static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        KnowledgeSchema.migrate(source);
        return source;
    }

    private SourceRuns newRuns() {
        Crawler crawler = new Crawler(fetcher, new HostPace(() -> now));
        OwnerRights rights =
                (owner, place) -> ownersClearance.filter(clearance -> clearance.compareTo(place.clearance()) >= 0);
        return new SourceRuns(ingestion, catalog, originals, crawler, database, rights, () -> now);
    }

    @BeforeEach
    void publish() {
        site.html("/", page("首页", "<a href=a>甲</a><a href=b>乙</a>", "欢迎来到制度网。"))
                .html("/a", page("甲办法", "", "甲的正文。"))
                .html("/b", page("乙办法", "", "乙的正文。"));
    }

    @AfterEach
    void close() {
        runs.close();
        fetcher.close();
        site.close();
    }

    private static String page(String title, String links, String text) {
        return "<html><head><title>" + title + "</title></head><body>" + links + "<p>" + text + "</p></body></html>";
    }

    private WebSource add(Schedule schedule) {
        return sources.add(new CrawlScope(site.url("/"), true, "/", 3, 100, Duration.ZERO), schedule, GROUP);
    }

    private SourceRun run(WebSource source) {
        return ended(runs.start(source, "admin").orElseThrow().id());
    }

    private SourceRun ended(String id) {
        SourceRun run = sources.run(id).orElseThrow();
        while (run.status() == Status.RUNNING) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            run = sources.run(id).orElseThrow();
        }
        return run;
    }

    private List<String> titles() {
        return catalog.all().stream()
                .map(entry -> entry.document().title())
                .sorted()
                .toList();
    }

    private KnowledgeDocument document(String title) {
        return catalog.all().stream()
                .map(CatalogEntry::document)
                .filter(document -> document.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachPageBecomesADocumentUnderItsAddressInTheSourcesPlace() {
        SourceRun run = run(add(Schedule.NONE));
        assertThat(run.status()).isEqualTo(Status.DONE);
        assertThat(run.counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0));
        KnowledgeDocument document = document("甲办法");
        assertThat(document.file()).isEqualTo(site.url("/a"));
        assertThat(document.place()).isEqualTo(GROUP);
        assertThat(document.version()).isEqualTo("2026-01-01");
        assertThat(document.validity()).isEqualTo(Validity.ALWAYS);
        assertThat(ingestion.outline(document.id()).orElseThrow().text()).contains("甲的正文。");
        assertThat(sources.pages(run.sourceId())).isEqualTo(3);
    }

    @Test
    void aSecondRunTakesWhatChangedAndDeletesWhatIsGone() {
        WebSource source = add(Schedule.NONE);
        run(source);
        site.html("/", page("首页", "<a href=a>甲</a><a href=c>乙</a>", "欢迎来到制度网。"))
                .html("/a", page("甲办法", "", "甲的新正文。"))
                .html("/c", page("丙办法", "", "丙的正文。"))
                .without("/b");
        now = START.plus(Duration.ofDays(1));
        assertThat(run(source).counts()).isEqualTo(new Counts(1, 1, 1, 1, 0, 0));
        assertThat(titles()).containsExactly("丙办法", "甲办法", "首页");
        assertThat(document("甲办法").version()).isEqualTo("2026-01-02");
        assertThat(document("首页").version()).isEqualTo("2026-01-01");
    }

    @Test
    void aServerThatFailsCostsNoDocument() {
        WebSource source = add(Schedule.NONE);
        run(source);
        site.status("/b", 500);
        SourceRun run = run(source);
        assertThat(run.counts().failed()).isEqualTo(1);
        assertThat(sources.failures(run.id()))
                .containsExactly(new RunFailure(site.url("/b"), "STATUS", List.of("500")));
        site.status("/", 500);
        assertThat(run(source).status()).isEqualTo(Status.FAILED);
        assertThat(titles()).hasSize(3);
    }

    @Test
    void aPageThatCannotBeReadIsNamedAndTheOthersAreTaken() {
        site.on("/b", exchange -> LocalSite.send(exchange, "application/pdf", "%PDF-1.7 x".getBytes("US-ASCII")));
        SourceRun run = run(add(Schedule.NONE));
        assertThat(run.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0, 1));
        assertThat(sources.failures(run.id())).containsExactly(new RunFailure(site.url("/b"), "CORRUPT", List.of()));
    }

    @Test
    void pagesWithTheSameTitleAreNotVersionsOfEachOther() {
        site.html("/a", page("公告", "", "第一则公告。")).html("/b", page("公告", "", "第二则公告。"));
        run(add(Schedule.NONE));
        assertThat(catalog.all()).allSatisfy(entry -> {
            assertThat(entry.document().supersedes()).isNull();
            assertThat(entry.document().validity()).isEqualTo(Validity.ALWAYS);
        });
    }

    @Test
    void aDocumentThatWasDeletedByHandComesBackWithTheNextRun() {
        WebSource source = add(Schedule.NONE);
        run(source);
        ingestion.delete(document("甲办法").id());
        assertThat(run(source).counts()).isEqualTo(new Counts(1, 0, 2, 0, 0, 0));
    }

    @Test
    void aSourceIsWalkedOnceAtATimeAndCanBeStopped() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        site.on("/b", exchange -> {
            reached.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        WebSource source = add(Schedule.NONE);
        SourceRun run = runs.start(source, "admin").orElseThrow();
        reached.await();
        assertThat(runs.start(source, "admin")).isEmpty();
        assertThat(sources.delete(source.id(), document -> true)).isFalse();
        runs.stop(run.id());
        assertThat(ended(run.id()).status()).isEqualTo(Status.STOPPED);
        assertThat(titles()).containsExactly("甲办法", "首页");
    }

    @Test
    void whatTheProcessLeftOpenIsInterruptedAndTheSourceIsFree() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        site.on("/b", exchange -> {
            reached.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        WebSource source = add(Schedule.NONE);
        SourceRun run = runs.start(source, "admin").orElseThrow();
        reached.await();
        runs.close();
        assertThat(sources.run(run.id()).orElseThrow().status()).isEqualTo(Status.INTERRUPTED);
        new RunStore(database).update(run);
        new SourceStore(database).occupy(source.id(), run.id());
        runs = newRuns();
        assertThat(sources.run(run.id()).orElseThrow().status()).isEqualTo(Status.INTERRUPTED);
        site.html("/b", page("乙办法", "", "乙的正文。"));
        assertThat(run(source).counts()).isEqualTo(new Counts(1, 0, 2, 0, 0, 0));
    }

    @Test
    void aDueSourceIsStartedOnceAndPutOff() {
        WebSource daily = add(Schedule.DAILY);
        add(Schedule.NONE);
        runs.startDue();
        assertThat(sources.runs(daily.id(), 10)).isEmpty();
        now = START.plus(Duration.ofDays(3));
        runs.startDue();
        runs.startDue();
        List<SourceRun> started = sources.runs(daily.id(), 10);
        assertThat(started).hasSize(1);
        assertThat(started.getFirst().startedBy()).isNull();
        ended(started.getFirst().id());
        assertThat(sources.find(daily.id()).orElseThrow().nextRunAt()).isEqualTo(now.plus(Duration.ofDays(1)));
    }

    @Test
    void whoMayNotAddAnyMoreHasNoRuns() {
        WebSource source = add(Schedule.NONE);
        ownersClearance = Optional.empty();
        SourceRun run = run(source);
        assertThat(run.status()).isEqualTo(Status.FAILED);
        assertThat(run.reason()).isEqualTo(SourceRun.FORBIDDEN);
        assertThat(site.asked).isEmpty();
    }

    private void change(String title, DocumentChange change) {
        ingestion.changes().change(document(title).id(), change, (before, after) -> {});
    }

    private String text(String title) {
        return ingestion.outline(document(title).id()).orElseThrow().text();
    }

    @Test
    void whatPeopleSaidOfADocumentSinceStandsWhenItsPageChanges() {
        OrgPath unit = new OrgPath("澜川集团/钢铁公司");
        LocalDate last = LocalDate.of(2026, 6, 30);
        WebSource source = add(Schedule.NONE);
        run(source);
        change("甲办法", DocumentChange.moved(Tier.UNIT, unit));
        change("甲办法", DocumentChange.classified(Clearance.SECRET));
        change("甲办法", DocumentChange.expired(last));
        ownersClearance = Optional.of(Clearance.SECRET);
        site.html("/a", page("甲办法", "", "甲的新正文。"));
        assertThat(run(source).counts()).isEqualTo(new Counts(0, 1, 2, 0, 0, 0));
        assertThat(text("甲办法")).contains("甲的新正文。");
        assertThat(document("甲办法").place())
                .isEqualTo(new Place(Tier.UNIT, unit, "采购", List.of("网页"), Clearance.SECRET, "admin"));
        assertThat(document("甲办法").validity()).isEqualTo(new Validity(null, last));
    }

    @Test
    void whatIsAboveTheOwnersClearanceNeitherChangesNorGoes() {
        WebSource source = add(Schedule.NONE);
        run(source);
        change("甲办法", DocumentChange.classified(Clearance.SECRET));
        change("乙办法", DocumentChange.classified(Clearance.SECRET));
        site.html("/a", page("甲办法", "", "甲的新正文。")).without("/b");
        SourceRun run = run(source);
        assertThat(run.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 2));
        assertThat(sources.failures(run.id()))
                .containsExactlyInAnyOrder(
                        new RunFailure(site.url("/a"), SourceRun.FORBIDDEN, List.of("admin")),
                        new RunFailure(site.url("/b"), SourceRun.FORBIDDEN, List.of("admin")));
        assertThat(text("甲办法")).contains("甲的正文。");
        assertThat(text("乙办法")).contains("乙的正文。");
        ownersClearance = Optional.of(Clearance.SECRET);
        assertThat(run(source).counts()).isEqualTo(new Counts(0, 1, 1, 1, 0, 0));
    }

    @Test
    void aFileThatHasTheAddressAsItsNameIsNotReplacedAboveTheOwnersClearance() throws Exception {
        Place secret = new Place(Tier.GROUP, GROUP.org(), null, List.of(), Clearance.SECRET, "admin");
        byte[] bytes = "# 密件\n\n第一条 丙。\n".getBytes(StandardCharsets.UTF_8);
        ingestion.add(new NewDocument(site.url("/a"), secret), new SourceFile("a.md", bytes), Progress.NONE);
        SourceRun run = run(add(Schedule.NONE));
        assertThat(sources.failures(run.id()))
                .containsExactly(new RunFailure(site.url("/a"), "PLACE_TAKEN", List.of(site.url("/a"))));
        assertThat(titles()).containsExactly("乙办法", "密件", "首页");
    }

    @Test
    void documentsThatMayNotBeDeletedOutliveTheirSource() {
        WebSource source = add(Schedule.NONE);
        run(source);
        change("甲办法", DocumentChange.classified(Clearance.SECRET));
        assertThat(sources.delete(source.id(), document -> document.place().clearance() != Clearance.SECRET))
                .isTrue();
        assertThat(titles()).containsExactly("甲办法");
        assertThat(sources.list()).isEmpty();
    }

    @Test
    void aPageIsReadAgainFromItsCopyWhereItsTextIsLost() {
        site.on(
                "/b",
                exchange -> LocalSite.send(exchange, "text/html", "<p>没有声明的页面。".getBytes(StandardCharsets.UTF_8)));
        run(add(Schedule.NONE));
        catalog.all().forEach(entry -> originals.write(entry.document().id(), Part.OUTLINE, new byte[] {1}));
        assertThat(ingestion.rebuild(Progress.NONE)).isEmpty();
        assertThat(catalog.all())
                .allSatisfy(entry ->
                        assertThat(ingestion.outline(entry.document().id())).isPresent());
    }

    @Test
    void deletingASourceDeletesItsDocumentsOnlyWhereThatIsAskedForAndNobodyElseHoldsThem() {
        WebSource one = add(Schedule.NONE);
        WebSource other =
                sources.add(new CrawlScope(site.url("/a"), false, "/", 0, 1, Duration.ZERO), Schedule.NONE, GROUP);
        run(one);
        run(other);
        assertThat(sources.delete(one.id(), document -> true)).isTrue();
        assertThat(titles()).containsExactly("甲办法");
        assertThat(sources.delete(other.id(), document -> false)).isTrue();
        assertThat(titles()).containsExactly("甲办法");
        assertThat(sources.list()).isEmpty();
    }

    @Test
    void aChangedScheduleBeginsWithItsInterval() {
        WebSource source = add(Schedule.NONE);
        now = START.plus(Duration.ofHours(5));
        WebSource changed = sources.change(source, source.scope(), Schedule.WEEKLY);
        assertThat(sources.find(source.id())).contains(changed);
        assertThat(changed.nextRunAt()).isEqualTo(now.plus(Duration.ofDays(7)));
    }
}
