package bangban.config.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.config.ConfigException;
import bangban.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptCatalogTest {

    @TempDir
    Path root;

    private PromptCatalog catalog(String markdown) throws IOException {
        Files.createDirectories(root.resolve("prompts"));
        Files.writeString(root.resolve("prompts/general.md"), markdown);
        return PromptCatalog.load(new ConfigFolder(root));
    }

    private void refuses(String markdown, String... reasons) {
        assertThatThrownBy(() -> catalog(markdown))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("prompts/general.md")
                .hasMessageContainingAll(reasons);
    }

    @Test
    void readsTheSectionsAndLeavesOutWhatIsForEditors() throws IOException {
        Prompt prompt = catalog("# 标题\n\n说明 {{其他}}\n\n## Task\n\n作答 {{delimiter}}\n\n## Returns\n\n用{{language}}\n")
                .require("general");

        assertThat(prompt.filled(Map.of("delimiter", "$1", "language", "中文"))).isEqualTo("作答 $1\n\n用中文");
    }

    @Test
    void aSectionThatIsMissingEmptyOrUnknownIsNamed() {
        refuses("## Task\n\n作答\n", "## Returns", "missing");
        refuses("## Task\n\n## Returns\n\n文字\n", "## Task", "empty");
        refuses("## Task\n\n作答\n\n## Return\n\n文字\n", "## Return", "allowed are Task, Returns");
        refuses("## Task\n\n" + "长".repeat(20_001) + "\n\n## Returns\n\n文字\n", "20001", "20000");
    }

    @Test
    void aPlaceholderThatIsMissingOrUnknownIsNamed() throws IOException {
        Prompt prompt =
                catalog("## Task\n\n{{delimeter}}\n\n## Returns\n\n文字\n").require("general");

        assertThatThrownBy(() -> prompt.holding(Set.of("delimiter"), Set.of()))
                .hasMessageContaining("{{delimiter}} is missing");
        assertThatThrownBy(() -> prompt.holding(Set.of(), Set.of("delimiter")))
                .hasMessageContaining("{{delimeter}} is unknown, allowed are [delimiter]");
    }

    @Test
    void aPromptThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> PromptCatalog.load(new ConfigFolder(root)).require("general"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("prompts/general.md");
    }

    @Test
    void everyPromptOfThisFolderCanBeUsed() {
        assertThat(PromptCatalog.load(new ConfigFolder(Path.of("."))).prompts()).containsKey("general");
    }
}
