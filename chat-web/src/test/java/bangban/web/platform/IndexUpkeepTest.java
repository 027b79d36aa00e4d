package bangban.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.index.RenewableIndex;
import bangban.knowledge.ingest.IndexRenewal;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.retrieve.SearchRequest;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.TextEncoder;
import bangban.web.start.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexUpkeepTest {

    private static final OrgPath GROUP = new OrgPath("集团");

    @TempDir
    Path folder = Path.of("");

    /** The same vector for every text, once the gate is open. */
    private record GatedEncoder(String version, CountDownLatch gate) implements TextEncoder {

        @Override
        public float[] encode(String text) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new float[] {1, 0};
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public void close() {}
    }

    private static void add(Ingestion ingestion) throws ParseException {
        Place place = new Place(Tier.GROUP, GROUP, null, List.of(), Clearance.INTERNAL, "admin");
        byte[] bytes = "# 办法\n\n第一条 住宿标准为五百元。\n".getBytes(StandardCharsets.UTF_8);
        ingestion.add(new NewDocument("a.md", place), new SourceFile("a.md", bytes), Progress.NONE);
    }

    @Test
    void tellsHowFarAnIndexOfAnotherEncoderIs() throws ParseException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        KnowledgeSchema.migrate(database);
        DocumentCatalog catalog = new DocumentCatalog(database);
        try (RenewableIndex index = index(new GatedEncoder("1", new CountDownLatch(0)))) {
            add(ingestion(catalog, index, new GatedEncoder("1", new CountDownLatch(0))));
        }
        GatedEncoder changed = new GatedEncoder("2", new CountDownLatch(1));
        Loading loading = new Loading();
        try (RenewableIndex index = index(changed)) {
            IndexRenewal renewal = new IndexRenewal(index, catalog, ingestion(catalog, index, changed));
            IndexUpkeep upkeep = new IndexUpkeep(renewal, loading);
            assertThat(loading.progress()).contains(new Loading.Progress("search-index", 0, 1));
            changed.gate().countDown();
            upkeep.await();
            assertThat(loading.progress()).isEmpty();
            assertThat(renewal.isDue()).isFalse();
            new IndexUpkeep(renewal, loading).close();
        }
    }

    private RenewableIndex index(TextEncoder encoder) {
        return new RenewableIndex(folder.resolve("index"), new TermAnalyzer(), encoder);
    }

    private Ingestion ingestion(DocumentCatalog catalog, RenewableIndex index, TextEncoder encoder) {
        return new Ingestion(
                catalog, new OriginalStore(folder), index, encoder, Parsers.standard(), InstantSource.system());
    }

    @Test
    void aStartWithoutItsIndexFindsTheSameAgain() throws IOException, ParseException {
        Path agents = Files.createDirectories(folder.resolve("config/agents"));
        Files.writeString(agents.resolve("greeter.yaml"), agent());
        try (Platform platform = open()) {
            add(platform.ingestion());
        }
        try (Stream<Path> files = Files.list(folder.resolve("data/index"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        try (Platform platform = open()) {
            platform.context().getBean(IndexUpkeep.class).await();
            assertThat(platform.loading().progress()).isEmpty();
            Reader reader = new Reader("staff", GROUP, Clearance.INTERNAL, false);
            SearchRequest request = new SearchRequest("住宿标准", LocalDate.of(2026, 1, 1), 3);
            assertThat(platform.retriever().search(request, reader).passages()).hasSize(1);
        }
    }

    private Platform open() {
        return Platform.open(Settings.of(Map.of(
                "BANGBAN_DEMO",
                "false",
                "BANGBAN_HOME",
                folder.resolve("data").toString(),
                "BANGBAN_CONFIG",
                folder.resolve("config").toString())));
    }

    private static String agent() {
        StringBuilder yaml = new StringBuilder("name: greeter\ntitle: {zh-CN: x, en: x}\n");
        yaml.append("description: {zh-CN: x, en: x}\nexamples:\n");
        for (int i = 0; i < 8; i++) {
            yaml.append("  - 你好例句").append(i).append('\n');
        }
        return yaml.toString();
    }
}
