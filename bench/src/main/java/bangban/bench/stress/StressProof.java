package bangban.bench.stress;

import bangban.bench.Arguments;
import bangban.bench.JsonLines;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code prove stress}: every file of a folder through the API of a running server. Each must end in text or in a clear error within 30
 * seconds, while the server answers, its processes stay below 2 GB together, talk to no other machine and leave nothing behind.
 */
public final class StressProof {

    private static final int AT_ONCE = 2;
    private static final long MOST_BYTES = 2L << 30;
    private static final int SECONDS_TO_START = 600;

    private final List<String> failures = new ArrayList<>();
    private final PrintStream out;
    private int passed;

    private StressProof(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints what failed, the figures as one JSON line, and, last, {@code N passed, N failed}; 0 where nothing failed.
     *
     * @param root of the installation
     */
    public static int run(List<String> args, Path root, PrintStream out) throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), Set.of("documents", "out"));
        Path documents = arguments.file("documents");
        List<Path> files = files(documents);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("--documents " + documents + " holds no file");
        }
        StressProof proof = new StressProof(out);
        try (StressServer server = StressServer.start(root.toAbsolutePath());
                Writer lines = JsonLines.writer(arguments.get("out"))) {
            proof.prove(server, documents, files, lines);
        }
        proof.failures.forEach(failure -> out.println("failed: " + failure));
        out.println(proof.passed + " passed, " + proof.failures.size() + " failed");
        return proof.failures.isEmpty() ? 0 : 1;
    }

    private static List<Path> files(Path documents) throws IOException {
        try (Stream<Path> paths = Files.walk(documents)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void prove(StressServer server, Path documents, List<Path> files, Writer lines)
            throws IOException, InterruptedException {
        Map<String, Object> figures = new TreeMap<>();
        try (StressClient client = new StressClient(server.url())) {
            awaitStart(server, client);
            client.logIn(server.password());
            try (ProcessWatch watch = ProcessWatch.of(server.handle())) {
                List<FileOutcome> outcomes = addAll(client, documents, files);
                for (FileOutcome outcome : outcomes) {
                    lines.write(JsonMapper.shared().writeValueAsString(outcome) + "\n");
                    check(outcome.passed(), outcome.toString());
                }
                figures.putAll(figures(outcomes));
                check(client.isUp(), "the server does not answer any more");
                figures.put("networkAttemptsRefused", client.counter("bangban_parsing_network_attempts"));
                figures.put("processesStarted", client.counter("bangban_parsing_processes_started"));
                check(server.leftBesideFiles().isEmpty(), "left by files: " + server.leftBesideFiles());
                check(watch.peakAll() < MOST_BYTES, "the processes held " + watch.peakAll() + " bytes together");
                check(watch.foreign().isEmpty(), "sockets to other machines: " + watch.foreign());
                figures.put("peakServerMb", watch.peakServer() >> 20);
                figures.put("peakAllMb", watch.peakAll() >> 20);
                figures.put("mostChildren", watch.mostChildren());
            }
        }
        check(server.stop(), "the server did not stop by itself");
        check(server.left().isEmpty(), "left in folders for temporary files: " + server.left());
        out.println(JsonMapper.shared().writeValueAsString(figures));
    }

    private static void awaitStart(StressServer server, StressClient client) throws IOException, InterruptedException {
        for (int i = 0; i < SECONDS_TO_START && server.handle().isAlive(); i++) {
            if (client.isUp()) {
                return;
            }
            Thread.sleep(1_000);
        }
        throw new IllegalArgumentException("the server did not start: " + server.lastWords());
    }

    /** As many at once as the server adds, so that none waits for another. */
    private List<FileOutcome> addAll(StressClient client, Path documents, List<Path> files)
            throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        List<Callable<FileOutcome>> calls = new ArrayList<>();
        for (Path file : files) {
            calls.add(() -> {
                FileOutcome outcome =
                        add(client, file, documents.relativize(file).toString());
                System.err.print("\rfiles " + done.incrementAndGet() + "/" + files.size() + " ");
                return outcome;
            });
        }
        List<FileOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<FileOutcome> future : threads.invokeAll(calls)) {
                outcomes.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        System.err.println();
        return outcomes;
    }

    private static FileOutcome add(StressClient client, Path file, String name) throws InterruptedException {
        try {
            return client.add(file, name);
        } catch (IOException e) {
            return new FileOutcome(name, "no answer", false, e.toString(), 0, 0);
        }
    }

    private void check(boolean holds, String failure) {
        if (holds) {
            passed++;
        } else {
            failures.add(failure);
        }
    }

    private static Map<String, Object> figures(List<FileOutcome> outcomes) {
        Map<String, Integer> counts = new TreeMap<>();
        outcomes.forEach(each -> counts.merge(each.outcome(), 1, Integer::sum));
        List<FileOutcome> slowest = outcomes.stream()
                .sorted(Comparator.comparingLong(FileOutcome::readMillis).reversed())
                .limit(5)
                .toList();
        Map<String, Object> figures = new TreeMap<>();
        figures.put("files", outcomes.size());
        figures.put("outcomes", counts);
        figures.put(
                "slowestToRead",
                slowest.stream()
                        .map(each -> each.file() + " " + each.readMillis() + " ms")
                        .toList());
        figures.put(
                "indexedAfter30s",
                outcomes.stream()
                        .filter(each -> each.doneMillis() > FileOutcome.MOST_MILLIS)
                        .map(FileOutcome::file)
                        .toList());
        return figures;
    }
}
