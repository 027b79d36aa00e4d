package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.ingest.FolderIngestion;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.web.start.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo enterprise's documents, added once beside everything else. A start that was cut off half-way is finished by the next. */
public final class DemoContent {

    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);
    private static final String WHAT = "demo-documents";

    private final DemoMode mode;
    private final Path folder;
    private final Path manifest;
    private final Path loaded;
    private final FolderIngestion ingestion;
    private final PassageIndex index;
    private final Loading loading;

    DemoContent(
            DemoMode mode,
            ConfigFolder config,
            DataFolder data,
            FolderIngestion ingestion,
            PassageIndex index,
            Loading loading) {
        this.mode = mode;
        this.folder = config.resolve("demo/documents");
        this.manifest = config.resolve("demo/manifest.jsonl");
        this.loaded = data.root().resolve("demo-loaded");
        this.ingestion = ingestion;
        this.index = index;
        this.loading = loading;
        if (isPending()) {
            // from the first moment, so that nobody takes an empty knowledge base for a full one
            loading.at(new Loading.Progress(WHAT, 0, files()));
        }
    }

    private boolean isPending() {
        return isWanted() && !isLoaded() && Files.isDirectory(folder);
    }

    /** What came of it. */
    public record Loaded(int documents, List<FolderIngestion.Failed> failed) {}

    /** True where the demo enterprise is shown. */
    public boolean isWanted() {
        return mode.isDemo();
    }

    public boolean isLoaded() {
        return Files.exists(loaded);
    }

    /** Adds in the background; done at once where there is nothing to add. */
    public CompletableFuture<Loaded> load() {
        if (!isPending()) {
            return CompletableFuture.completedFuture(new Loaded(0, List.of()));
        }
        CompletableFuture<Loaded> work = new CompletableFuture<>();
        work.completeAsync(
                this::add,
                task -> Thread.ofPlatform().daemon().name("demo-documents").start(task));
        return work.whenComplete((done, failure) -> loading.done(WHAT));
    }

    private Loaded add() {
        int total = files();
        AtomicInteger done = new AtomicInteger();
        try {
            FolderIngestion.Report report = ingestion.add(
                    folder, unnamed(), Manifest.read(Files.readString(manifest)), (file, stage, part, of) -> {
                        // the folder's own count, which also counts files that cannot be read
                        if (stage == Progress.Stage.DONE && of == total) {
                            loading.at(new Loading.Progress(WHAT, done.accumulateAndGet(part, Math::max), total));
                        }
                    });
            report.failed().forEach(failed -> LOG.warn("demo document {} not added: {}", failed.file(), failed.code()));
            index.flush();
            if (report.failed().stream().noneMatch(failed -> isForNow(failed.code()))) {
                Files.writeString(loaded, "");
            }
            return new Loaded(report.added().size(), report.failed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isForNow(String code) {
        return code.equals("INTERNAL") || code.equals("DISK_FULL");
    }

    private int files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return (int) files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a file that the manifest does not name: nobody but its administrator sees it. */
    private static NewDocument unnamed() {
        return new NewDocument(
                "", new Place(Tier.PERSONAL, OrgPath.ROOT, null, List.of(), Clearance.INTERNAL, "admin"));
    }
}
