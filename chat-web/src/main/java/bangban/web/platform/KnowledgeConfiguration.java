package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.knowledge.attach.Attachments;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeSchema;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.index.PassageDatabase;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.RenewableIndex;
import bangban.knowledge.ingest.DocumentChanges;
import bangban.knowledge.ingest.FolderIngestion;
import bangban.knowledge.ingest.IndexRenewal;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.job.IngestJobs;
import bangban.knowledge.job.QueueLimits;
import bangban.knowledge.parse.FileReader;
import bangban.knowledge.retrieve.Retriever;
import bangban.knowledge.retrieve.Synonyms;
import bangban.knowledge.sandbox.ParsingSandbox;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.Reranker;
import bangban.language.encode.TextEncoder;
import bangban.web.start.DataFolder;
import bangban.web.start.Settings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** The knowledge base's parts: catalogue, originals, index, ingestion, retrieval. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    DocumentCatalog documentCatalog(DataSource dataSource) {
        KnowledgeSchema.migrate(dataSource);
        return new DocumentCatalog(dataSource);
    }

    @Bean
    OriginalStore originalStore(DataFolder folder) {
        return new OriginalStore(folder.root());
    }

    @Bean
    TermAnalyzer termAnalyzer() {
        return new TermAnalyzer();
    }

    @Bean
    RenewableIndex passageIndex(
            DataFolder folder, Settings settings, DataSource dataSource, TermAnalyzer analyzer, TextEncoder encoder) {
        return settings.database() == null
                ? new RenewableIndex(folder.folder("index"), analyzer, encoder)
                : new RenewableIndex(
                        new PassageDatabase(dataSource), analyzer, encoder.version(), encoder.dimensions());
    }

    @Bean
    ParsingSandbox parsingSandbox(DataFolder folder, Settings settings) {
        return new ParsingSandbox(folder.root().resolve("sandbox"), settings.parsing());
    }

    /** First of all, so that nothing waits for a file that takes long; what was being read is left for the next start. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfParsing(
            IngestJobs jobs, Attachments attachments, ParsingSandbox sandbox) {
        return closed -> {
            jobs.leaveTheRest();
            attachments.leaveTheRest();
            sandbox.close();
        };
    }

    @Bean
    MeterBinder parsingMeters(ParsingSandbox sandbox) {
        return registry -> {
            FunctionCounter.builder("bangban.parsing.network.attempts", sandbox, ParsingSandbox::networkAttempts)
                    .description("Attempts of files being read to reach a network; none did")
                    .register(registry);
            FunctionCounter.builder("bangban.parsing.processes.started", sandbox, ParsingSandbox::processesStarted)
                    .description("Processes started to read files in")
                    .register(registry);
        };
    }

    @Bean
    Ingestion ingestion(
            DocumentCatalog catalog,
            OriginalStore originals,
            PassageIndex index,
            TextEncoder encoder,
            FileReader reader,
            Clock clock) {
        return new Ingestion(catalog, originals, index, encoder, reader, clock);
    }

    @Bean
    DocumentChanges documentChanges(Ingestion ingestion) {
        return ingestion.changes();
    }

    @Bean
    IndexRenewal indexRenewal(RenewableIndex index, DocumentCatalog catalog, Ingestion ingestion) {
        return new IndexRenewal(index, catalog, ingestion);
    }

    @Bean
    FolderIngestion folderIngestion(Ingestion ingestion) {
        return new FolderIngestion(ingestion);
    }

    @Bean
    IngestJobs ingestJobs(
            Ingestion ingestion,
            DataSource dataSource,
            DataFolder folder,
            Settings settings,
            Clock clock,
            DocumentCatalog migrated) {
        return new IngestJobs(
                ingestion, dataSource, folder.root(), settings.ingestWorkers(), QueueLimits.STANDARD, clock);
    }

    @Bean
    Attachments attachments(
            Ingestion ingestion, DocumentCatalog catalog, DataSource dataSource, DataFolder folder, Clock clock) {
        return new Attachments(ingestion, catalog, dataSource, folder.folder("attachments"), clock);
    }

    @Bean
    Synonyms synonyms(ConfigFolder config) {
        Path file = config.resolve("lexicon/synonyms.csv");
        try {
            return Files.exists(file) ? Synonyms.parse(Files.readAllLines(file)) : Synonyms.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    Reranker reranker() {
        return new BackgroundReranker();
    }

    @Bean
    Retriever retriever(PassageIndex index, TextEncoder encoder, TermAnalyzer analyzer, Synonyms synonyms) {
        return new Retriever(index, encoder, analyzer, synonyms);
    }
}
