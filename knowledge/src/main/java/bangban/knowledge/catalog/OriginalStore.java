package bangban.knowledge.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is kept of a document beside its row: a folder {@code documents/<id>/} with the original, its outline and its vectors. */
public final class OriginalStore {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Path folder;

    /** What is kept. */
    public enum Part {
        ORIGINAL("original"),
        OUTLINE("outline.json.gz"),
        VECTORS("vectors");

        private final String fileName;

        Part(String fileName) {
            this.fileName = fileName;
        }
    }

    /** @param dataFolder in which the folder {@code documents} is or will be */
    public OriginalStore(Path dataFolder) {
        this.folder = dataFolder.resolve("documents");
    }

    /**
     * Replaces the part at once: a reader sees the old bytes or the new ones. When it returns, the new ones survive a loss of power. For
     * one thread at a time for each part; what one leaves that dies half-way, the next one replaces.
     */
    public void write(String id, Part part, byte[] bytes) {
        try {
            Path target = path(id, part);
            Files.createDirectories(target.getParent());
            Path fresh = target.resolveSibling(part.fileName + ".new");
            try {
                writeForGood(fresh, bytes);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // still there where the disk is full, and then in the way
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeForGood(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    public Optional<byte[]> read(String id, Part part) {
        try {
            Path source = path(id, part);
            return Files.exists(source) ? Optional.of(Files.readAllBytes(source)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes everything kept of the document. */
    public void delete(String id) {
        Path document = document(id);
        if (!Files.exists(document)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(document)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String id, Part part) {
        return document(id).resolve(part.fileName);
    }

    private Path document(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("document id is '" + id + "', allowed are letters, digits and -");
        }
        return folder.resolve(id);
    }
}
