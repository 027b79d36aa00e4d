package bangban.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewableIndexTest extends RenewalContract {

    @TempDir
    Path data = Path.of("");

    @Override
    RenewableIndex open(IndexVersion version) {
        return new RenewableIndex(data.resolve("index"), ANALYZER, version, DIMENSIONS);
    }

    @Override
    boolean outgoingExists() {
        return Files.exists(data.resolve("index-old"));
    }

    @Test
    void aDamagedIndexIsRenewedFromNothing() throws IOException {
        writtenBefore();
        try (Stream<Path> files = Files.list(data.resolve("index"))) {
            for (Path file : files.filter(
                            path -> String.valueOf(path.getFileName()).startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (RenewableIndex index = open(OLD)) {
            assertThat(index.isRenewing()).isTrue();
            assertThat(index.isNew()).isTrue();
            assertThat(byWords(index)).isEmpty();
        }
    }
}
