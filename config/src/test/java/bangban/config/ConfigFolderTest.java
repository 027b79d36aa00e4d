package bangban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {

    @TempDir
    Path root;

    record Limits(int most, List<String> names) {}

    @Test
    void readsARecord() throws IOException {
        write("limits.yaml", "most: 3\nnames: [甲, 乙]\n");

        assertThat(folder().read("limits.yaml", Limits.class)).isEqualTo(new Limits(3, List.of("甲", "乙")));
    }

    @Test
    void aMissingFolderSaysWhereItWasSoughtAndHowToSetIt() {
        assertThatThrownBy(() -> new ConfigFolder(root.resolve("nowhere")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("BANGBAN_CONFIG");
    }

    @Test
    void aMisspeltPropertyIsAnErrorThatNamesFileAndProperty() throws IOException {
        write("limits.yaml", "most: 3\nnmaes: [甲]\n");

        assertThatThrownBy(() -> folder().read("limits.yaml", Limits.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("limits.yaml")
                .hasMessageContaining("nmaes");
    }

    @Test
    void aValueOfTheWrongTypeIsAnErrorThatNamesFilePropertyAndValue() throws IOException {
        write("limits.yaml", "most: many\n");

        assertThatThrownBy(() -> folder().read("limits.yaml", Limits.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("limits.yaml")
                .hasMessageContaining("most")
                .hasMessageContaining("many");
    }

    @Test
    void brokenYamlNamesFileAndLine() throws IOException {
        write("limits.yaml", "most: 3\nnames: [甲\n");

        assertThatThrownBy(() -> folder().read("limits.yaml", Limits.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("limits.yaml")
                .hasMessageContaining("line");
    }

    @Test
    void anEmptyFileIsAnErrorAndNotNull() throws IOException {
        write("limits.yaml", "");

        assertThatThrownBy(() -> folder().read("limits.yaml", Limits.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("limits.yaml");
    }

    @Test
    void aFileThatIsNotThereIsAnErrorUnlessItMayBeAbsent() {
        assertThatThrownBy(() -> folder().read("limits.yaml", Limits.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("limits.yaml");
        assertThat(folder().readIfPresent("limits.yaml", Limits.class)).isEmpty();
    }

    @Test
    void listsFilesOfAnEndingByName() throws IOException {
        write("agents/b.yaml", "");
        write("agents/a.yaml", "");
        write("agents/notes.md", "");

        assertThat(folder().list("agents", ".yaml")).containsExactly("agents/a.yaml", "agents/b.yaml");
        assertThat(folder().list("nothing", ".yaml")).isEmpty();
    }

    private ConfigFolder folder() {
        return new ConfigFolder(root);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
