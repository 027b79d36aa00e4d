package bangban.web.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a failure is a full disk. Operating systems and H2 say so in different words, so the disk itself is asked as well. */
public final class DiskFull {

    /** What the database and the index may still have to write of what they hold in memory. */
    private static final long NOTHING_LEFT = 24L << 20;

    private DiskFull() {}

    /** @param folder on the disk that the failed work writes to */
    public static boolean causes(Throwable failure, Path folder) {
        boolean io = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left") || message.contains("not enough space")) {
                return true;
            }
            io |= cause instanceof IOException || cause instanceof java.sql.SQLException;
        }
        return io && nothingLeft(folder);
    }

    /** True where the disk of this folder has practically nothing left. */
    public static boolean nothingLeft(Path folder) {
        Path present = folder.toAbsolutePath();
        while (present.getParent() != null && Files.notExists(present)) {
            present = present.getParent();
        }
        // not the file store's, which reads the list of mounts each time
        return present.toFile().getUsableSpace() < NOTHING_LEFT;
    }
}
