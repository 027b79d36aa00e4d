package bangban.bench.ingest;

import bangban.bench.Arguments;
import bangban.bench.JsonLines;
import bangban.bench.writing.WrittenFile;
import bangban.bench.writing.WrittenFile.Kind;
import bangban.bench.writing.WrittenPdf;
import bangban.bench.writing.WrittenRule;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.chunk.Chunker;
import bangban.knowledge.chunk.PassageText;
import bangban.knowledge.ingest.FolderFiles;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.IngestJob;
import bangban.knowledge.job.IngestJobs;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import bangban.web.platform.Platform;
import bangban.web.start.Settings;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench ingest [--documents DIR] [--warm-up N] [--rounds N] [--files N] [--clauses N] [--pages N]}: documents as a job, from the
 * first to the last that is found, in passages a second; the encoder alone, on all cores with the same texts in the same round, is the
 * baseline. All rounds are in one platform, each adds the documents to another unit; the first ones, in which code is compiled and
 * processes are started, are told apart. The same share in processor time of this process tells what could be reached at most. And pages
 * a second of the parser alone for a PDF with Chinese text.
 */
public final class IngestBenchmark {

    private static final String USER = "bench";
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final int WARM_UP_TEXTS = 200;
    private static final int WARM_UP_PAGES = 40;
    private static final double NANOS = 1e9;

    private final Path documents;
    private final List<String> texts;
    private final PrintStream terminal;

    private IngestBenchmark(Path documents, PrintStream terminal) throws IOException {
        this.documents = documents;
        this.texts = texts(documents);
        this.terminal = terminal;
    }

    /** Prints the figures as one JSON line, the last. */
    public static void run(List<String> args, PrintStream out) throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(
                args.toArray(String[]::new), Set.of("documents", "warm-up", "rounds", "files", "clauses", "pages"));
        Path written = Files.createTempDirectory("bangban-written");
        try {
            Optional<Path> given = arguments.fileIfGiven("documents");
            if (given.isEmpty()) {
                write(written, arguments.number("files", 120), arguments.number("clauses", 12));
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("pdf_pages_s", pagesASecond(arguments.number("pages", 400)));
            IngestBenchmark benchmark = new IngestBenchmark(given.orElse(written), System.err);
            figures.putAll(benchmark.measure(arguments.number("warm-up", 3), arguments.number("rounds", 3)));
            out.println(JsonMapper.shared().writeValueAsString(figures));
        } finally {
            JsonLines.deleteFolder(written);
        }
    }

    /** All formats in turn. */
    private static void write(Path folder, int files, int clauses) throws IOException {
        for (int i = 0; i < files; i++) {
            WrittenFile file = WrittenFile.of(WrittenRule.of(i, clauses), Kind.values()[i % Kind.values().length]);
            Files.write(folder.resolve(file.name()), file.bytes());
        }
    }

    private static double pagesASecond(int pages) {
        Parsers parsers = Parsers.standard();
        parse(parsers, new SourceFile("warm.pdf", pdf(WARM_UP_PAGES)));
        SourceFile file = new SourceFile("measured.pdf", pdf(pages));
        long start = System.nanoTime();
        Integer read = parse(parsers, file)
                .flatMap(outline -> Optional.ofNullable(outline.pages()))
                .orElse(0);
        return rounded(read / ((System.nanoTime() - start) / NANOS));
    }

    /** Somewhat more pages than asked for. */
    private static byte[] pdf(int pages) {
        List<String> lines = new ArrayList<>();
        for (int rule = 0; lines.stream().mapToInt(WrittenPdf::lines).sum() < pages * WrittenPdf.LINES_A_PAGE; rule++) {
            lines.addAll(WrittenRule.of(rule, 200).lines());
        }
        return WrittenPdf.of(lines);
    }

    private static Optional<Outline> parse(Parsers parsers, SourceFile file) {
        try {
            return Optional.of(parsers.parse(file));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** What of the documents is encoded, each text once a document, as it is when they are added. */
    private static List<String> texts(Path documents) throws IOException {
        Parsers parsers = Parsers.standard();
        Chunker chunker = new Chunker();
        List<String> texts = new ArrayList<>();
        for (Path path : FolderFiles.of(documents)) {
            SourceFile file = new SourceFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            parse(parsers, file).ifPresent(outline -> {
                String title = outline.title() == null ? file.name() : outline.title();
                Set<String> ofDocument = new LinkedHashSet<>();
                chunker.chunk("d", title, outline).forEach(passage -> ofDocument.add(PassageText.toEncode(passage)));
                texts.addAll(ofDocument);
            });
        }
        return texts;
    }

    private Map<String, Object> measure(int warmUp, int rounds) throws IOException, InterruptedException {
        List<Round> all = new ArrayList<>();
        Path home = Files.createTempDirectory("bangban-bench");
        try (Platform platform =
                Platform.open(Settings.of(System.getenv()).withHome(home).withDemo(false))) {
            platform.jobs().start();
            for (int number = 1; number <= warmUp + rounds; number++) {
                Round round = new Round(encode(), add(platform.jobs(), number));
                terminal.println((number <= warmUp ? "warming up: " : "round " + (number - warmUp) + ": ")
                        + "encoder alone " + rounded(round.encoding.wall()) + ", added "
                        + rounded(round.adding.wall()) + " passages/s, "
                        + rounded(round.share().wall()) + "; of processor time "
                        + rounded(round.share().processor()));
                all.add(round);
            }
        } finally {
            JsonLines.deleteFolder(home);
        }
        List<Round> warm = all.subList(warmUp, all.size());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("passages", texts.size());
        figures.put("rounds", rounds);
        figures.put("encoder_passages_s", median(warm, round -> round.encoding.wall()));
        figures.put("ingest_passages_s", median(warm, round -> round.adding.wall()));
        figures.put("share", median(warm, round -> round.share().wall()));
        figures.put("processor_share", median(warm, round -> round.share().processor()));
        figures.put("first_share", rounded(all.getFirst().share().wall()));
        return figures;
    }

    /** What was measured one right after the other. */
    private record Round(Pace encoding, Pace adding) {

        Pace share() {
            return adding.over(encoding);
        }
    }

    /** Passages a second on the clock, and a second of processor time. */
    private record Pace(double wall, double processor) {

        Pace over(Pace other) {
            return new Pace(wall / other.wall, processor / other.processor);
        }
    }

    private Pace pace(long start, long processor) {
        return new Pace(
                texts.size() / ((System.nanoTime() - start) / NANOS),
                texts.size() / ((processorNanos() - processor) / NANOS));
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** The baseline: nothing but the encoder, on every core. */
    private Pace encode() {
        try (TextEncoder encoder = new OnnxTextEncoder()) {
            encoder.encodeAll(texts.subList(0, Math.min(WARM_UP_TEXTS, texts.size())));
            long start = System.nanoTime();
            long processor = processorNanos();
            encoder.encodeAll(texts);
            return pace(start, processor);
        }
    }

    /** From the acceptance of the folder to the end of its job. */
    private Pace add(IngestJobs jobs, int round) throws IOException, InterruptedException {
        OrgPath unit = new OrgPath("bench/" + round);
        Place place = new Place(Tier.UNIT, unit, null, List.of(), Clearance.INTERNAL, USER);
        long start = System.nanoTime();
        long processor = processorNanos();
        IngestJob job = jobs.acceptFolder(USER, documents, new NewDocument("", place), Manifest.NONE)
                .orElseThrow();
        while (!job.hasEnded()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            job = jobs.find(job.id(), USER).orElseThrow();
        }
        return pace(start, processor);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        return rounded(sorted[sorted.length / 2]);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
