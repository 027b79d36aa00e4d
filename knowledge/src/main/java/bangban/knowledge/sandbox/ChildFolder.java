package bangban.knowledge.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Empties folders that a child wrote to. Links are removed, not followed; what goes by itself meanwhile is gone. */
final class ChildFolder extends SimpleFileVisitor<Path> {

    private final Path top;

    private ChildFolder(Path top) {
        this.top = top;
    }

    static void empty(Path folder) throws IOException {
        Files.walkFileTree(folder, new ChildFolder(folder));
    }

    static void remove(Path folder) throws IOException {
        empty(folder);
        Files.deleteIfExists(folder);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
        if (!directory.equals(top)) {
            Files.deleteIfExists(directory);
        }
        return FileVisitResult.CONTINUE;
    }
}
