package bangban.knowledge.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Uploaded bytes until their file has ended. Each process writes below a folder of its own name; several that share the work share the
 * folder above.
 */
final class KeptFiles {

    private final Path root;
    private final String node;

    KeptFiles(Path root, String node) {
        this.root = root;
        this.node = node;
        try {
            Files.createDirectories(root.resolve(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where bytes are written before they are kept; nothing is there yet. */
    Path incoming() {
        return root.resolve(node).resolve(UUID.randomUUID() + ".part");
    }

    /**
     * Takes over what was written. When this returns, the bytes survive a loss of power.
     *
     * @return the path below the root
     */
    String keep(Path written) throws IOException {
        String path = node + "/" + UUID.randomUUID();
        force(written, StandardOpenOption.WRITE);
        Files.move(written, root.resolve(path), StandardCopyOption.ATOMIC_MOVE);
        force(root.resolve(node), StandardOpenOption.READ);
        return path;
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    Path file(String path) {
        return root.resolve(path);
    }

    void delete(String path) {
        try {
            Files.deleteIfExists(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what this process wrote and nothing knows of. Only while nothing is being written. */
    void retain(Set<String> known) {
        try (Stream<Path> files = Files.list(root.resolve(node))) {
            List<String> unknown = files.map(file -> node + "/" + file.getFileName())
                    .filter(path -> !known.contains(path))
                    .toList();
            unknown.forEach(this::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
