package bangban.bench.ocr;

import bangban.bench.Arguments;
import bangban.bench.ocr.PagePainter.Page;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench ocr [--pages N] [--dpi N]}: pages of the demo documents drawn here and read back through the parser; character error rate
 * (edit distance ÷ length, blanks left out), pages and processor seconds, clean, under a seal, as scanned, and turned by a quarter.
 */
public final class OcrBenchmark {

    private static final String SEAL = "澜川集团有限公司办公室";

    private final PagePainter painter;
    private final List<Page> pages;

    private OcrBenchmark(PagePainter painter, List<Page> pages) {
        this.painter = painter;
        this.pages = pages;
    }

    /** Prints the figures as one JSON line, the last. */
    public static void run(List<String> args, Path config, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), Set.of("pages", "dpi"));
        PagePainter painter = new PagePainter(arguments.number("dpi", 200));
        OcrBenchmark benchmark = new OcrBenchmark(
                painter, pages(painter, paragraphs(config.resolve("demo/documents")), arguments.number("pages", 6)));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pages", benchmark.pages.size());
        figures.put(
                "characters",
                benchmark.pages.stream()
                        .mapToInt(page -> bare(page.text()).length())
                        .sum());
        benchmark.read(benchmark.pages.getFirst().image());
        figures.put("clean", benchmark.measure(image -> image));
        figures.put("sealed", benchmark.measure(benchmark::sealed));
        figures.put("scanned", benchmark.measure(image -> painter.scanned(benchmark.sealed(image), 1.2, 7)));
        figures.put("turned", benchmark.measure(PagePainter::turned));
        figures.put("resident_mb", residentMegabytes());
        out.println(JsonMapper.shared().writeValueAsString(figures));
    }

    private static List<Page> pages(PagePainter painter, List<String> paragraphs, int count) {
        List<Page> pages = new ArrayList<>();
        int from = 0;
        while (pages.size() < count && from < paragraphs.size()) {
            Page page = painter.page(paragraphs.subList(from, paragraphs.size()));
            from += Math.max(1, (int) page.text().lines().count());
            pages.add(page);
        }
        return pages;
    }

    private static List<String> paragraphs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(OcrBenchmark::lines)
                    .map(line -> line.replaceAll("[#*|>`]", "").strip())
                    .filter(line -> line.length() > 12)
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage sealed(BufferedImage page) {
        BufferedImage copy = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.setData(page.getData());
        painter.seal(copy, SEAL);
        return copy;
    }

    private Map<String, Object> measure(UnaryOperator<BufferedImage> change) throws IOException {
        long errors = 0;
        long characters = 0;
        long nanos = 0;
        double cpu = 0;
        for (Page page : pages) {
            BufferedImage image = change.apply(page.image());
            double before = cpuSeconds();
            long start = System.nanoTime();
            String read = read(image);
            nanos += System.nanoTime() - start;
            cpu += cpuSeconds() - before;
            errors += distance(bare(page.text()), bare(read));
            characters += bare(page.text()).length();
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("character_error_rate", Math.round(1e5 * errors / characters) / 1e5);
        figures.put("pages_s", Math.round(1e12 * pages.size() / nanos) / 1e3);
        figures.put("cpu_s_page", Math.round(1e2 * cpu / pages.size()) / 1e2);
        return figures;
    }

    /** Of the whole process; on a busy machine this says more than the pages a second. */
    private static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1e3;
    }

    private String read(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        try {
            return Parsers.standard()
                    .parse(new SourceFile("page.png", bytes.toByteArray()))
                    .text();
        } catch (ParseException e) {
            throw new IllegalArgumentException("no text was recognised: " + e.getMessage(), e);
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u3000]", "");
    }

    /** Levenshtein 1966. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** What the process holds in memory, by Linux's count; 0 elsewhere. */
    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
