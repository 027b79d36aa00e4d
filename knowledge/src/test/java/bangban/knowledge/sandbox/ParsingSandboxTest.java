package bangban.knowledge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.knowledge.parse.PageProgress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.ParseException.Reason;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ParsingSandboxTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final SandboxLimits PATIENT = new SandboxLimits(64, LONG, LONG, 2, 100);

    private final Path root;
    private ParsingSandbox sandbox;

    ParsingSandboxTest(@TempDir Path folder) {
        root = folder.resolve("sandbox");
        sandbox = sandbox(PATIENT);
    }

    private ParsingSandbox sandbox(SandboxLimits limits) {
        return new ParsingSandbox(root, limits, command(limits));
    }

    private static ChildCommand command(SandboxLimits limits) {
        return new ChildCommand(limits, List.of(HostileReader.class.getName()));
    }

    private void limit(SandboxLimits limits) {
        sandbox.close();
        sandbox = sandbox(limits);
    }

    @AfterEach
    void end() throws IOException {
        sandbox.close();
        assertThat(left(root)).isEmpty();
    }

    private static List<Path> left(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder)).toList();
        }
    }

    private String read(String name, String content) throws ParseException {
        SourceFile file = new SourceFile(name, content.getBytes(StandardCharsets.UTF_8));
        Reading reading = sandbox.read(file, PageProgress.NONE);
        return ((Reading.Document) reading).outline().text();
    }

    private void refuses(Reason reason, String name, String content) {
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> read(name, content))
                .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(reason));
    }

    private void readsOn() throws ParseException {
        assertThat(read("any", "文")).isEqualTo("文");
    }

    @Test
    void aProcessIsStartedWhenItIsNeededAndKept() throws ParseException {
        assertThat(sandbox.processesStarted()).isZero();
        assertThat(read("pid", "")).isEqualTo(read("pid", ""));
        assertThat(sandbox.processesStarted()).isOne();
    }

    @Test
    void aFileThatIsNotReadInTimeCostsItsProcess() throws ParseException {
        limit(new SandboxLimits(64, Duration.ofSeconds(1), LONG, 1, 100));
        refuses(Reason.TIMEOUT, "loop", "");
        assertThat(sandbox.processes()).isZero();
    }

    @Test
    void aFileThatExhaustsTheMemoryIsTooLargeAndCostsItsProcess() throws ParseException {
        refuses(Reason.TOO_LARGE, "exhaust", "");
        readsOn();
        assertThat(sandbox.processesStarted()).isEqualTo(2);
    }

    @Test
    void aFlawOrTooDeepANestIsTheFilesFaultOnly() throws ParseException {
        refuses(Reason.CORRUPT, "fail", "");
        refuses(Reason.CORRUPT, "nest", "");
        readsOn();
        assertThat(sandbox.processesStarted()).isOne();
    }

    @Test
    void aProcessThatEndsOrMakesNoSenseIsReplaced() throws ParseException {
        refuses(Reason.CORRUPT, "exit", "0");
        readsOn();
        refuses(Reason.CORRUPT, "speak", "?");
        refuses(Reason.CORRUPT, "speak", "R\u0001\u0000\u0000\u0000\u0004TEXT\u0000\u0000\u0000\u0001?");
        refuses(Reason.CORRUPT, "speak", "X\u0000\u0000\u0000\u0001?");
        readsOn();
        assertThat(sandbox.processesStarted()).isEqualTo(5);
    }

    @Test
    void aReplyThatAnnouncesMoreThanIsAllowedIsNotTaken() throws ParseException {
        refuses(Reason.TOO_LARGE, "speak", "R\u0001\u0000\u0000\u0000\u0004TEXT\u007f\u00ff\u00ff\u00ff");
        readsOn();
    }

    @Test
    void whatALibraryPrintsDoesNotGetBetweenTheFrames() throws ParseException {
        assertThat(read("print", "PRX".repeat(10_000))).isEqualTo("printed");
        readsOn();
        assertThat(sandbox.processesStarted()).isOne();
    }

    @Test
    void whatAFileLeavesIsRemovedBeforeTheNext() throws ParseException, IOException {
        Path made = Path.of(read("litter", ""));
        assertThat(made).startsWithRaw(root).doesNotExist();
        assertThat(left(root)).as("the process's folder").hasSize(1);
    }

    @Test
    void whatAnEarlierServerLeftIsRemovedAtTheStart() throws IOException {
        Files.createDirectories(root.resolve("child-1/made"));
        Files.writeString(root.resolve("child-1/made/a.txt"), "甲");
        limit(PATIENT);
        assertThat(left(root)).isEmpty();
    }

    @Test
    void aProcessIsReplacedAfterSoManyFilesOrWhenItsMemoryStaysInUse() throws ParseException {
        assertThat(read("hoard", "")).isEqualTo("hoarded");
        readsOn();
        assertThat(sandbox.processesStarted()).isEqualTo(2);
        limit(new SandboxLimits(64, LONG, LONG, 1, 2));
        readsOn();
        readsOn();
        readsOn();
        assertThat(sandbox.processesStarted()).isEqualTo(2);
    }

    @Test
    void aProcessThatIsStoppedFromOutsideIsNoFaultOfItsFile() throws ParseException {
        for (String afterInterruptOrTermination : List.of("130", "143")) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> read("exit", afterInterruptOrTermination));
        }
        readsOn();
    }

    @Test
    void processesBeyondOneEndWhenTheyAreIdle(@TempDir Path meeting) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<String> meet = () -> read("meet", meeting.toString());
            for (Future<String> met : threads.invokeAll(List.of(meet, meet))) {
                assertThat(met.get()).isEqualTo("met");
            }
        }
        assertThat(sandbox.processes()).isEqualTo(2);
        sandbox.endIdle(LONG);
        assertThat(sandbox.processes()).isEqualTo(2);
        sandbox.endIdle(Duration.ZERO);
        assertThat(sandbox.processes()).isOne();
        readsOn();
    }

    @Test
    void interruptingTheCallerEndsTheProcess(@TempDir Path meeting) throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                read("meet", meeting.toString());
            } catch (ParseException | RuntimeException e) {
                thrown.complete(e);
            }
        });
        awaitOne(meeting);
        caller.interrupt();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(sandbox.processes()).isZero();
    }

    @Test
    void closingCancelsWhatIsBeingReadAndWhatComesAfter(@TempDir Path meeting) throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                read("meet", meeting.toString());
            } catch (ParseException | RuntimeException e) {
                thrown.complete(e);
            }
        });
        awaitOne(meeting);
        sandbox.close();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> read("any", "文"));
    }

    /** Until the process has put its file there. */
    private static void awaitOne(Path folder) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (left(folder).isEmpty()) {
            assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void nothingReachesANetwork() throws ParseException, IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            listener.configureBlocking(false);
            int port = listener.socket().getLocalPort();
            assertThat(read("connect", Integer.toString(port)).lines())
                    .hasSize(9)
                    .allMatch(line -> line.endsWith(" refused"));
            assertThat(sandbox.networkAttempts()).isGreaterThanOrEqualTo(8);
            assertThat(listener.accept()).isNull();
        }
    }

    @Test
    void programsThatAFileStartsReachNoNetworkEither() throws ParseException, IOException {
        Assumptions.assumeTrue(ChildCommand.isIsolated(), "unshare works here");
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            listener.configureBlocking(false);
            String connect = "echo > /dev/tcp/127.0.0.1/" + listener.socket().getLocalPort();
            assertThat(read("shell", connect)).isEqualTo("exit 1");
            assertThat(listener.accept()).isNull();
        }
    }

    @Test
    void theServersEnvironmentIsNotHandedOn() throws ParseException {
        assertThat(read("environment", "").split(" ")).containsOnly("LC_ALL", "PATH");
    }

    @Test
    void aProcessEndsWithItsInput(@TempDir Path folder) throws IOException, InterruptedException {
        Process process = command(PATIENT).start(folder);
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
    }
}
