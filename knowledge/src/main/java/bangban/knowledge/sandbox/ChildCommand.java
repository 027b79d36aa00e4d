package bangban.knowledge.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a child process is started: by this JVM's own program and class path, in a network of its own where the system allows. */
final class ChildCommand {

    private static final Logger LOG = LoggerFactory.getLogger(ChildCommand.class);
    private static final int SECONDS_TO_TRY = 5;

    private final SandboxLimits limits;
    private final List<String> reader;

    /** @param reader name of the class that reads; none for the standard one */
    ChildCommand(SandboxLimits limits, List<String> reader) {
        this.limits = limits;
        this.reader = List.copyOf(reader);
    }

    /** Starts one. The folder is its working directory and holds whatever it writes. */
    Process start(Path folder) throws IOException {
        List<String> command = new ArrayList<>(Isolation.PREFIX);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(memory());
        command.addAll(quiet());
        command.addAll(closed());
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                SandboxChild.class.getName()));
        command.addAll(reader);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("PATH", path == null ? "" : path);
        return builder.start();
    }

    /** True where children stand in a network of their own. */
    static boolean isIsolated() {
        return !Isolation.PREFIX.isEmpty();
    }

    /** A heap that is given back when the file is done. */
    private List<String> memory() {
        return List.of(
                "-Xmx" + limits.heapMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:+ExitOnOutOfMemoryError");
    }

    /** Nothing on standard output but frames, nothing in {@code /tmp}. */
    private static List<String> quiet() {
        return List.of(
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    /** No way out, and XML that neither fetches nor explodes. */
    private static List<String> closed() {
        return List.of(
                "-D" + ClosedNames.PROPERTY + "=true",
                "-Djava.nio.channels.spi.SelectorProvider=" + ClosedChannels.class.getName(),
                "-Djava.nio.channels.spi.AsynchronousChannelProvider=" + ClosedAsynchronousChannels.class.getName(),
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                "-Djdk.xml.entityExpansionLimit=1000",
                "-Djdk.xml.totalEntitySizeLimit=10000000",
                "-Djdk.xml.maxGeneralEntitySizeLimit=1000000",
                "-Djdk.xml.maxParameterEntitySizeLimit=100000",
                "-Djdk.xml.maxElementDepth=2000",
                "-Djdk.xml.elementAttributeLimit=10000",
                "-Djdk.xml.maxXMLNameLimit=10000");
    }

    /** In full, since a child stands in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Tried once for this process. */
    private static final class Isolation {

        private static final List<String> PREFIX = prefix();

        private static List<String> prefix() {
            List<String> asRoot = List.of("unshare", "--net");
            List<String> asUser = List.of("unshare", "--net", "--map-current-user");
            if (works(asRoot)) {
                return asRoot;
            }
            if (works(asUser)) {
                return asUser;
            }
            LOG.info("files are read without a network namespace of their own, since unshare does not work here");
            return List.of();
        }

        private static boolean works(List<String> prefix) {
            List<String> command = new ArrayList<>(prefix);
            command.add("true");
            try {
                Process tried = new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (tried.waitFor(SECONDS_TO_TRY, TimeUnit.SECONDS)) {
                    return tried.exitValue() == 0;
                }
                tried.destroyForcibly();
                return false;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
