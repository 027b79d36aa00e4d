package bangban.knowledge.sandbox;

import bangban.knowledge.parse.FileReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class ParsersInSandboxTest extends FileReaderContract {

    /** Time enough for a busy machine. */
    private static final SandboxLimits LIMITS =
            new SandboxLimits(512, Duration.ofMinutes(2), Duration.ofMinutes(2), 1, 100);

    private static @Nullable ParsingSandbox sandbox;

    @BeforeAll
    static void start(@TempDir Path folder) {
        sandbox = new ParsingSandbox(folder, LIMITS);
    }

    @AfterAll
    static void end() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    FileReader reader() {
        return Objects.requireNonNull(sandbox);
    }
}
