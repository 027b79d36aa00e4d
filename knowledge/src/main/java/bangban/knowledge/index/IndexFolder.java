package bangban.knowledge.index;

import bangban.language.analyze.TermAnalyzer;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jspecify.annotations.Nullable;

/** A folder with an index in it, which may be damaged or of another version of Lucene. */
record IndexFolder(Path path) {

    boolean exists() {
        return Files.isDirectory(path);
    }

    LucenePassageIndex open(TermAnalyzer analyzer, IndexVersion present) {
        return new LucenePassageIndex(path, analyzer, present);
    }

    /** Empty where what is there cannot be read; it is left as it is. */
    Optional<LucenePassageIndex> openReadable(TermAnalyzer analyzer, IndexVersion present) {
        try {
            return Optional.of(open(analyzer, present));
        } catch (UncheckedIOException e) {
            if (isDamage(e.getCause())) {
                return Optional.empty();
            }
            throw e;
        } catch (IllegalArgumentException e) { // Lucene knows no codec of the name that the files give
            return Optional.empty();
        }
    }

    private static boolean isDamage(@Nullable Throwable failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof EOFException
                || failure instanceof NoSuchFileException
                || failure instanceof FileNotFoundException;
    }

    void create() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At once: either folder is there with all its files. */
    void moveTo(IndexFolder other) {
        try {
            Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        if (!exists()) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
