package bangban.knowledge.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files below a folder that are meant: neither hidden ones nor the lock files of an office program. */
public final class FolderFiles {

    private FolderFiles() {}

    /** In order; the file itself where it is no folder. */
    public static List<Path> of(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(FolderFiles::isMeant)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isMeant(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && !name.startsWith("~$");
    }

    /** The name below the folder, or the file's own where it is the file itself. */
    public static String name(Path folder, Path file) {
        return folder.equals(file)
                ? String.valueOf(file.getFileName())
                : folder.relativize(file).toString().replace('\\', '/');
    }
}
