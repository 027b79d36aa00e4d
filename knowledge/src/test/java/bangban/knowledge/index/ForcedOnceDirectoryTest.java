package bangban.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

class ForcedOnceDirectoryTest {

    private final Disk disk = new Disk();
    private final ForcedOnceDirectory directory = new ForcedOnceDirectory(disk);

    @Test
    void aFileIsForcedOnceHoweverManyCommitsNameIt() throws IOException {
        write("a");
        directory.sync(List.of("a"));
        write("b");
        directory.sync(List.of("a", "b"));

        assertThat(disk.forced).containsExactly("a", "b");
    }

    @Test
    void aFileThatIsWrittenAnewOrMovedThereIsForcedAgain() throws IOException {
        write("a");
        directory.sync(List.of("a"));
        directory.deleteFile("a");
        write("a");
        directory.sync(List.of("a"));
        write("pending");
        directory.sync(List.of("pending"));
        directory.deleteFile("a");
        directory.rename("pending", "a");
        directory.sync(List.of("a"));

        assertThat(disk.forced).containsExactly("a", "a", "pending", "a");
    }

    @Test
    void whatCouldNotBeForcedIsForcedLater() throws IOException {
        write("a");
        disk.full = true;
        assertThatIOException().isThrownBy(() -> directory.sync(List.of("a")));
        disk.full = false;
        directory.sync(List.of("a"));

        assertThat(disk.forced).containsExactly("a");
    }

    private void write(String name) throws IOException {
        try (IndexOutput output = directory.createOutput(name, IOContext.DEFAULT)) {
            output.writeByte((byte) 1);
        }
    }

    /** Remembers what was forced. */
    private static final class Disk extends FilterDirectory {

        private final List<String> forced = new ArrayList<>();
        private boolean full;

        Disk() {
            super(new ByteBuffersDirectory());
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            super.sync(names);
            forced.addAll(names);
        }
    }
}
