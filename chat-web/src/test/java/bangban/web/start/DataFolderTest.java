package bangban.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path home = Path.of("");

    @Test
    void isHeldByOneAtATimeAndSaysByWhom() {
        try (DataFolder folder = DataFolder.open(home)) {
            folder.announce("http://127.0.0.1:1");
            assertThatThrownBy(() -> DataFolder.open(home)).isInstanceOfSatisfying(FolderInUseException.class, e -> {
                assertThat(e.owner().pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(e.owner().url()).isEqualTo("http://127.0.0.1:1");
                assertThat(e.owner().secret()).isEqualTo(folder.secret());
                assertThat(e.key()).isEqualTo("start.folder-in-use-by-server");
            });
        }
        DataFolder.open(home).close();
    }

    @Test
    void onlyItsOwnerCanReadTheSecret() throws Exception {
        try (DataFolder folder = DataFolder.open(home)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.root().resolve("owner.json"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderThatWasOpenToOthersIsClosedToThem() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DataFolder folder = DataFolder.open(home)) {
            assertThat(folder.isOwnersOnly()).isTrue();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsSaidPlainly() throws Exception {
        Path file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.key()).isEqualTo("start.folder-unwritable"));
    }
}
