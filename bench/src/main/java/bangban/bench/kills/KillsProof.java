package bangban.bench.kills;

import bangban.bench.Arguments;
import bangban.bench.JsonLines;
import bangban.web.platform.Platform;
import bangban.web.start.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * {@code prove kills [--kills N] [--documents N] [--seed N]}: documents are brought to the server while it is killed again and again, as
 * {@code kill -9} does, in every stage of their way; in the end each that was accepted is there once, whole, and nothing else is.
 */
public final class KillsProof {

    private static final String USER = "admin";
    private static final long END_WITHIN_NANOS = 300_000_000_000L;
    private static final int LOOK_EVERY_MILLIS = 200;

    private final Path home;
    private final Path log;
    private final Random random;
    private final Deliveries deliveries;
    private final Map<Moment, Integer> met = new EnumMap<>(Moment.class);

    private KillsProof(Path home, Path log, int documents, long seed) {
        this.home = home;
        this.log = log;
        this.random = new Random(seed);
        this.deliveries = new Deliveries(documents, random);
    }

    /**
     * Prints {@code N passed, N failed} last.
     *
     * @return 0 where nothing failed
     */
    public static int run(List<String> args, PrintStream out) throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), Set.of("kills", "documents", "seed"));
        int kills = arguments.number("kills", 20);
        Path home = Files.createTempDirectory("bangban-kills");
        Path log = Files.createTempFile("bangban-kills", ".log");
        KillsProof proof =
                new KillsProof(home, log, arguments.number("documents", 60), arguments.number("seed", 20_260_101));
        Findings findings = new Findings();
        proof.killAndKill(kills);
        proof.letEnd(findings);
        Settings settings = Settings.of(System.getenv()).withHome(home).withDemo(false);
        try (Platform platform = Platform.open(settings)) {
            new WholenessCheck(platform, home, findings).check(proof.deliveries.accepted());
        }
        findings.failed().forEach(failed -> out.println("failed: " + failed));
        out.println("killed " + kills + " times: " + proof.met);
        out.println(findings.passed() + " passed, " + findings.failed().size() + " failed");
        if (findings.failed().isEmpty()) {
            JsonLines.deleteFolder(home);
            Files.delete(log);
            return 0;
        }
        out.println("kept: " + home + ", " + log);
        return 1;
    }

    private void killAndKill(int kills) throws IOException, InterruptedException {
        for (int kill = 0; kill < kills; kill++) {
            Moment moment = Moment.values()[kill % Moment.values().length];
            int share = Math.max(1, Math.ceilDiv(deliveries.left(), kills + 1 - kill));
            ServerProcess server = ServerProcess.start(home, log);
            try (KnowledgeClient client = new KnowledgeClient(server.url(), USER, ServerProcess.PASSWORD)) {
                AtomicInteger confirmed = new AtomicInteger();
                Thread bringing = Thread.ofPlatform().start(() -> bring(client, share, confirmed));
                boolean seen = moment.await(client, confirmed::get, random);
                server.kill();
                bringing.join();
                met.merge(seen ? moment : Moment.ANY, 1, Integer::sum);
                System.err.print(
                        "\rkill " + (kill + 1) + "/" + kills + " " + moment + (seen ? "" : " not seen") + "      ");
            } finally {
                server.kill();
            }
        }
        System.err.println();
    }

    private void bring(KnowledgeClient client, int share, AtomicInteger confirmed) {
        try {
            deliveries.bring(client, share, confirmed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings what is left, waits for the end of every job, and looks at each that was confirmed. */
    private void letEnd(Findings findings) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(home, log);
                KnowledgeClient client = new KnowledgeClient(server.url(), USER, ServerProcess.PASSWORD)) {
            deliveries.bring(client, Integer.MAX_VALUE, new AtomicInteger());
            findings.that(deliveries.left() == 0, "everything was accepted in the end");
            long until = System.nanoTime() + END_WITHIN_NANOS;
            while (goesOn(client) && System.nanoTime() < until) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            for (String job : deliveries.jobs()) {
                JsonNode ended = client.get("/api/knowledge/jobs/" + job);
                boolean corrupt = ended.path("error").path("code").asString("").equals("file-corrupt");
                findings.that(
                        ended.path("status").asString().equals("done") || corrupt,
                        "job " + job + " has ended: " + ended.path("status") + " " + ended.path("error"));
                for (JsonNode file :
                        client.get("/api/knowledge/jobs/" + job + "/files").path("items")) {
                    JsonNode failed = file.path("contents").path("failed");
                    findings.that(failed.isEmpty(), file.path("file") + " holds nothing that was not added: " + failed);
                }
            }
        }
        try (Stream<Path> left = Files.list(home.resolve("sandbox"))) {
            findings.that(left.findAny().isEmpty(), "sandbox/ is empty");
        }
        findings.that(ServerProcess.left(home).isEmpty(), "no process is left: " + ServerProcess.left(home));
    }

    private static boolean goesOn(KnowledgeClient client) throws IOException, InterruptedException {
        for (JsonNode job : client.get("/api/knowledge/jobs?limit=200").path("items")) {
            String status = job.path("status").asString();
            if (status.equals("running") || status.equals("queued")) {
                return true;
            }
        }
        return false;
    }
}
