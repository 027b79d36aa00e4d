package bangban.web.start;

import bangban.knowledge.fetch.AllowedTargets;
import bangban.knowledge.sandbox.SandboxLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets through the environment.
 *
 * @param home the data folder, {@code BANGBAN_HOME}
 * @param config the folder of what an operator edits, {@code BANGBAN_CONFIG}
 * @param address where the server listens, {@code BANGBAN_ADDRESS}
 * @param port 0 for any free one, {@code BANGBAN_PORT}
 * @param hosts further names under which browsers reach a server that listens on loopback only, {@code BANGBAN_HOSTS}
 * @param demo whether the demo enterprise is loaded at the first start, {@code BANGBAN_DEMO}
 * @param demoPassword of the accounts made at the first start, null for a random one, {@code BANGBAN_DEMO_PASSWORD}
 * @param model null for grounded mode, without a language model
 * @param parsing what the processes that read files may cost, {@code BANGBAN_PARSE_…}
 * @param ingestWorkers how many files are added at once, {@code BANGBAN_INGEST_WORKERS}
 * @param fetchAllow what web sources may reach beyond public addresses, {@code BANGBAN_FETCH_ALLOW}
 * @param database null for the embedded one in the data folder
 * @param today the day that the platform takes for today, null for the real one; for evaluation only
 */
public record Settings(
        Path home,
        Path config,
        String address,
        int port,
        Set<String> hosts,
        boolean demo,
        @Nullable String demoPassword,
        @Nullable ModelSettings model,
        SandboxLimits parsing,
        int ingestWorkers,
        AllowedTargets fetchAllow,
        @Nullable DatabaseSettings database,
        @Nullable LocalDate today) {

    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 72;
    private static final int MOST_WORKERS = 32;

    public Settings {
        hosts = Set.copyOf(hosts);
        home = home.toAbsolutePath().normalize();
        config = config.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw invalid("BANGBAN_PORT", port, "0 – 65535");
        }
        if (!Files.isDirectory(config)) {
            throw invalid("BANGBAN_CONFIG", config, "config/");
        }
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw invalid("BANGBAN_HOME", home, "data/");
        }
        inetAddress(address);
        if (ingestWorkers < 1 || ingestWorkers > MOST_WORKERS) {
            throw invalid("BANGBAN_INGEST_WORKERS", ingestWorkers, "1 – " + MOST_WORKERS);
        }
        if (demoPassword != null
                && (demoPassword.length() < SHORTEST_PASSWORD
                        || demoPassword.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD)) {
            throw invalid("BANGBAN_DEMO_PASSWORD", "***", SHORTEST_PASSWORD + " – " + LONGEST_PASSWORD);
        }
    }

    /** @throws StartException naming variable, value and what is allowed */
    public static Settings of(Map<String, String> environment) {
        String demo = environment.getOrDefault("BANGBAN_DEMO", "true").strip().toLowerCase(Locale.ROOT);
        if (!demo.equals("true") && !demo.equals("false")) {
            throw invalid("BANGBAN_DEMO", demo, "true, false");
        }
        String password = environment.getOrDefault("BANGBAN_DEMO_PASSWORD", "");
        return new Settings(
                home(environment),
                Path.of(environment.getOrDefault("BANGBAN_CONFIG", "config")),
                environment.getOrDefault("BANGBAN_ADDRESS", "127.0.0.1"),
                number("BANGBAN_PORT", environment.getOrDefault("BANGBAN_PORT", "8080"), "0 – 65535"),
                Arrays.stream(environment.getOrDefault("BANGBAN_HOSTS", "").split(","))
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                demo.equals("true"),
                password.isEmpty() ? null : password,
                ModelSettings.of(environment).orElse(null),
                ParsingSettings.of(environment),
                number(
                        "BANGBAN_INGEST_WORKERS",
                        environment.getOrDefault("BANGBAN_INGEST_WORKERS", "2"),
                        "1 – " + MOST_WORKERS),
                fetchAllow(environment),
                DatabaseSettings.of(environment).orElse(null),
                null);
    }

    /** The data folder that the environment names, whether or not it can be used. */
    public static Path home(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("BANGBAN_HOME", "data"))
                .toAbsolutePath()
                .normalize();
    }

    private static AllowedTargets fetchAllow(Map<String, String> environment) {
        String written = environment.getOrDefault(AllowedTargets.SETTING, "");
        try {
            return AllowedTargets.parse(written);
        } catch (IllegalArgumentException e) {
            throw invalid(
                    AllowedTargets.SETTING,
                    String.valueOf(e.getMessage()),
                    "wiki.intern.example, *.intern.example, 10.1.0.0/16, wiki.intern.example:8080 …");
        }
    }

    private static int number(String variable, String text, String allowed) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw invalid(variable, text, allowed);
        }
    }

    private static StartException invalid(String variable, Object value, String allowed) {
        return new StartException("start.invalid-setting", variable, value.toString(), allowed);
    }

    private static InetAddress inetAddress(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw invalid("BANGBAN_ADDRESS", address, "127.0.0.1, 0.0.0.0, ::1 …");
        }
    }

    public InetAddress listenOn() {
        return inetAddress(address);
    }

    public boolean loopbackOnly() {
        return listenOn().isLoopbackAddress();
    }

    public Settings withHome(Path folder) {
        return with(folder, demo, database, today);
    }

    public Settings withDemo(boolean demonstrates) {
        return with(home, demonstrates, database, today);
    }

    /** With the database in the data folder, whatever the environment names: for what must leave nothing behind. */
    public Settings embedded() {
        return with(home, demo, null, today);
    }

    public Settings withToday(@Nullable LocalDate day) {
        return with(home, demo, database, day);
    }

    private Settings with(
            Path folder, boolean demonstrates, @Nullable DatabaseSettings server, @Nullable LocalDate day) {
        return new Settings(
                folder,
                config,
                address,
                port,
                hosts,
                demonstrates,
                demoPassword,
                model,
                parsing,
                ingestWorkers,
                fetchAllow,
                server,
                day);
    }

    @Override
    public String toString() {
        return "Settings[home=" + home + ", config=" + config + ", address=" + address + ", port=" + port + "]";
    }
}
