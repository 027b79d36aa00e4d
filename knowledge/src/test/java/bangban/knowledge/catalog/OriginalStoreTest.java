package bangban.knowledge.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalStoreTest {

    @Test
    void keepsOriginalsInAFolderOfTheirOwn(@TempDir Path folder) {
        OriginalStore store = new OriginalStore(folder);
        store.write("d1", OriginalStore.Part.ORIGINAL, new byte[] {1});
        store.write("d1", OriginalStore.Part.ORIGINAL, new byte[] {2});
        assertThat(store.read("d1", OriginalStore.Part.ORIGINAL)).hasValue(new byte[] {2});
        store.delete("d1");
        assertThat(store.read("d1", OriginalStore.Part.ORIGINAL)).isEmpty();
        assertThat(folder.resolve("documents")).isEmptyDirectory();
    }
}
