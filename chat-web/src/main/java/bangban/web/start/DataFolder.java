package bangban.web.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The folder that everything lives under, held by one process at a time through a file lock that ends with the process. */
public final class DataFolder implements AutoCloseable {

    private static final long LEAST_SPACE = 200L << 20;
    private static final String OWNER = "owner.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;
    private final String secret;
    private final boolean ownersOnly;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.ownersOnly = closeToOthers(root);
        this.channel = channel;
        this.lock = lock;
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Makes, checks and locks the folder.
     *
     * @throws FolderInUseException where another process holds it
     * @throws StartException where it cannot be written or has less than 200 MB left
     */
    public static DataFolder open(Path root) {
        FileChannel channel = null;
        try {
            Files.createDirectories(root, ownerOnly(root, "rwx------"));
            channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new FolderInUseException(root.toString(), owner(root));
            }
            DataFolder folder = new DataFolder(root, channel, lock);
            folder.checkSpace();
            folder.announce(null);
            return folder;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StartException("start.folder-unwritable", root.toString());
        }
    }

    /** A folder that was there before may have been made with wider rights. */
    private static boolean closeToOthers(Path root) {
        PosixFileAttributeView view = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        try {
            Set<PosixFilePermission> owners = PosixFilePermissions.fromString("rwx------");
            if (!owners.containsAll(view.readAttributes().permissions())) {
                view.setPermissions(owners);
            }
            return owners.containsAll(view.readAttributes().permissions());
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // what is reported is why it was opened in vain
            }
        }
    }

    private void checkSpace() throws IOException {
        long usable = Files.getFileStore(root).getUsableSpace();
        if (usable < LEAST_SPACE) {
            close();
            throw new StartException("start.disk-full", root.toString(), usable >> 20, LEAST_SPACE >> 20);
        }
    }

    /** Tells commands on this machine where the server answers; null while it does not. */
    public void announce(@Nullable String url) {
        FolderOwner owner = new FolderOwner(ProcessHandle.current().pid(), url, secret);
        Path fresh = root.resolve(OWNER + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly(root, "rw-------"));
            Files.write(fresh, JSON.writeValueAsBytes(owner));
            Files.move(fresh, root.resolve(OWNER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who holds the folder, as far as can be read. */
    public static FolderOwner owner(Path root) {
        try {
            return JSON.readValue(Files.readAllBytes(root.resolve(OWNER)), FolderOwner.class);
        } catch (IOException | JacksonException e) {
            return new FolderOwner(0, null, "");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path root, String permissions) {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** False where others than the owner may look into the folder, and that could not be changed. */
    public boolean isOwnersOnly() {
        return ownersOnly;
    }

    public Path root() {
        return root;
    }

    /** A folder below, made where it is missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String secret() {
        return secret;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(root.resolve(OWNER));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
