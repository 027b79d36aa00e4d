package bangban.knowledge.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** What a process is called among those that share a database: the same after a restart on the same data folder. */
final class NodeName {

    private static final String FILE = "node";

    private NodeName() {}

    static String of(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                String known = Files.readString(file).strip();
                if (!known.isEmpty()) {
                    return UUID.fromString(known).toString();
                }
            }
            String fresh = UUID.randomUUID().toString();
            Files.writeString(file, fresh);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
