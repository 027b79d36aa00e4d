package bangban.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JsonLinesTest {

    private static final String ROWS = "{\"text\":\"年假几天\"}\n\n{\"text\":\"再见\"}\r\n";

    @TempDir
    Path folder;

    @Test
    void readsARowALineAndSkipsEmptyLines() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), ROWS);

        assertThat(texts(file)).containsExactly("年假几天", "再见");
    }

    @Test
    void readsCompressedFiles() throws IOException {
        Path file = folder.resolve("a.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(texts(file)).containsExactly("年假几天", "再见");
    }

    @Test
    void aBrokenRowIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{}\n{\"text\":");

        assertThatThrownBy(() -> JsonLines.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.jsonl:2");
    }

    @Test
    void aFileThatOnlySaysItIsCompressedIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl.gz"), ROWS);

        assertThatThrownBy(() -> JsonLines.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.jsonl.gz");
    }

    @Test
    void writesToTheFileOrToNowhere() throws IOException {
        Path file = folder.resolve("out.jsonl");
        try (Writer out = JsonLines.writer(Optional.of(file.toString()));
                Writer nowhere = JsonLines.writer(Optional.empty())) {
            out.write("{}\n");
            nowhere.write("{}\n");
        }

        assertThat(file).hasContent("{}\n");
    }

    @Test
    void deletesAFolderWithAllThatIsInIt() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("x/y"));
        Files.writeString(deep.resolve("a"), "a");

        JsonLines.deleteFolder(folder.resolve("x"));

        assertThat(folder.resolve("x")).doesNotExist();
    }

    private static List<String> texts(Path file) throws IOException {
        return JsonLines.read(file).stream()
                .map((JsonNode row) -> row.path("text").asString())
                .toList();
    }
}
