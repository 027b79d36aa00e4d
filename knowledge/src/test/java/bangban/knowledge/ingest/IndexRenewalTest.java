package bangban.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.knowledge.index.RenewableIndex;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexRenewalTest {

    private static final TermAnalyzer ANALYZER = new TermAnalyzer();
    private static final OrgPath GROUP = new OrgPath("澜川集团");
    private static final Filter READER =
            new Filter(new Reader("staff", GROUP, Clearance.INTERNAL, false), LocalDate.of(2026, 1, 1));

    private final JdbcDataSource database = new JdbcDataSource();
    private final Path data;

    IndexRenewalTest(@TempDir Path data) {
        this.data = data;
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        KnowledgeSchema.migrate(database);
    }

    /** From start to end of one process. */
    private final class Run implements AutoCloseable {

        private final HashingTextEncoder encoder;
        private final RenewableIndex index;
        private final Ingestion ingestion;
        private final IndexRenewal renewal;

        Run(String encoderVersion) {
            DocumentCatalog catalog = new DocumentCatalog(database);
            encoder = new HashingTextEncoder(encoderVersion);
            index = new RenewableIndex(data.resolve("index"), ANALYZER, encoder);
            ingestion = new Ingestion(
                    catalog,
                    new OriginalStore(data),
                    index,
                    encoder,
                    Parsers.standard(),
                    InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
            renewal = new IndexRenewal(index, catalog, ingestion);
        }

        void add(String file, String text) throws ParseException {
            Place place = new Place(Tier.GROUP, GROUP, null, List.of(), Clearance.INTERNAL, "admin");
            ingestion.add(
                    new NewDocument(file, place),
                    new SourceFile(file, text.getBytes(StandardCharsets.UTF_8)),
                    Progress.NONE);
        }

        List<String> found(String text) {
            return index.byWords(new WordQuery(text), READER, 9).stream()
                    .map(hit -> hit.passage().text())
                    .sorted()
                    .toList();
        }

        @Override
        public void close() {
            index.close();
        }
    }

    private List<String> writtenBefore() throws ParseException {
        try (Run run = new Run("hashing-1")) {
            run.add("甲.md", "# 甲办法\n\n第一条 住宿标准甲。\n\n第二条 交通标准甲。\n");
            run.add("乙.md", "# 乙办法\n\n第一条 住宿标准乙。\n");
            return run.found("住宿标准");
        }
    }

    @Test
    void anIndexOfAnotherEncoderIsWrittenAnewAndTheSameIsFound() throws ParseException {
        List<String> before = writtenBefore();
        try (Run run = new Run("hashing-2")) {
            assertThat(run.renewal.isDue()).isTrue();
            assertThat(run.renewal.documents()).isEqualTo(2);
            assertThat(run.found("住宿标准")).isEqualTo(before);
            List<Integer> progress = new ArrayList<>();
            assertThat(run.renewal.run((file, stage, done, total) -> {
                        if (stage == Progress.Stage.DONE) {
                            progress.add(done);
                        }
                    }))
                    .isEmpty();
            assertThat(progress).containsExactly(1, 2);
            assertThat(run.encoder.encoded).hasSize(3);
            assertThat(run.found("住宿标准")).isEqualTo(before);
            assertThat(run.index.byMeaning(run.encoder.encode("住宿"), READER, 9)).hasSize(3);
            assertThat(run.renewal.isDue()).isFalse();
        }
        try (Run run = new Run("hashing-2")) {
            assertThat(run.renewal.isDue()).isFalse();
            assertThat(run.found("住宿标准")).isEqualTo(before);
        }
    }

    @Test
    void aStartWithTheSameVersionsRenewsNothing() throws ParseException {
        try (Run empty = new Run("hashing-1")) {
            assertThat(empty.renewal.isDue()).isFalse();
        }
        writtenBefore();
        try (Run run = new Run("hashing-1")) {
            assertThat(run.renewal.isDue()).isFalse();
        }
    }

    @Test
    void anIndexThatWasLostIsWrittenAnewWithoutEncodingAgain() throws ParseException, IOException {
        List<String> before = writtenBefore();
        try (Stream<Path> files = Files.walk(data.resolve("index"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        try (Run run = new Run("hashing-1")) {
            assertThat(run.renewal.isDue()).isTrue();
            assertThat(run.renewal.run(Progress.NONE)).isEmpty();
            assertThat(run.found("住宿标准")).isEqualTo(before);
            assertThat(run.encoder.encoded).isEmpty();
        }
    }

    @Test
    void whatWasCutOffIsDoneByTheNextStart() throws ParseException, IOException {
        List<String> before = writtenBefore();
        try (Run run = new Run("hashing-2")) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> run.renewal.run((file, stage, done, total) -> {
                        if (stage == Progress.Stage.DONE) {
                            throw new CancellationException();
                        }
                    }));
            assertThat(run.found("住宿标准")).isEqualTo(before);
        }
        try (Run run = new Run("hashing-2")) {
            assertThat(run.renewal.isDue()).isTrue();
            run.renewal.run(Progress.NONE);
            assertThat(run.found("住宿标准")).isEqualTo(before);
        }
        assertThat(data.resolve("index-old")).doesNotExist();
    }
}
