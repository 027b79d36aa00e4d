package bangban.config.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.config.ConfigException;
import bangban.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentCatalogTest {

    @TempDir
    Path root;

    @Test
    void loadsAgentsByNameAndWhatBelongsToNone() throws IOException {
        agent("policy", "name: policy", "aliases: [制度]");
        agent("data", "name: data", "aliases: [问数]");
        write("routing/out-of-scope.yaml", "examples: [讲个笑话]\n");

        AgentCatalog catalog = load();

        assertThat(catalog.agents()).extracting(AgentDefinition::name).containsExactly("data", "policy");
        assertThat(catalog.find("policy")).hasValueSatisfying(policy -> {
            assertThat(policy.aliases()).containsExactly("制度");
            assertThat(policy.title().chinese()).isEqualTo("标题");
            assertThat(policy.title().english()).isEqualTo("Title");
        });
        assertThat(catalog.find("nobody")).isEmpty();
        assertThat(catalog.outOfScope()).containsExactly("讲个笑话");
    }

    @Test
    void withoutAnyAgentItSaysWhereItLooked() {
        assertThatThrownBy(this::load).isInstanceOf(ConfigException.class).hasMessageContaining("agents/*.yaml");
    }

    @Test
    void anAliasOfTwoAgentsIsAnErrorThatNamesFileAliasAndBoth() throws IOException {
        agent("data", "name: data", "aliases: [问数]");
        agent("policy", "name: policy", "aliases: [问数]");

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agents/policy.yaml")
                .hasMessageContaining("问数")
                .hasMessageContaining("data");
    }

    @Test
    void anAliasThatDiffersInLetterCaseAloneIsTheSameAlias() throws IOException {
        agent("data", "name: data", "aliases: [Figures]");
        agent("policy", "name: policy", "aliases: [figures]");

        assertThatThrownBy(this::load).isInstanceOf(ConfigException.class).hasMessageContaining("agents/policy.yaml");
    }

    @Test
    void anAliasMayRepeatItsOwnAgentsName() throws IOException {
        agent("policy", "name: policy", "aliases: [policy, 制度]");

        assertThat(load().find("policy")).isPresent();
    }

    @Test
    void aNameThatIsNotAllowedIsAnErrorThatNamesFilePropertyAndValue() throws IOException {
        agent("policy", "name: Policy Q&A", "aliases: [制度]");

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agents/policy.yaml")
                .hasMessageContaining("name")
                .hasMessageContaining("Policy Q&A");
    }

    @Test
    void tooFewExamplesAreAnErrorThatNamesTheAgent() throws IOException {
        write("agents/policy.yaml", "name: policy\n" + TITLES + "examples: [年假几天]\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agents/policy.yaml")
                .hasMessageContaining("5 examples");
    }

    @Test
    void aStandInThatIsNoAgentIsAnErrorThatNamesBoth() throws IOException {
        write("agents/fault.yaml", "name: fault\n" + TITLES + "standIn: nobody\nexamples: [a, b, c, d, e]\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("fault")
                .hasMessageContaining("nobody");
    }

    @Test
    void aTitleInOneLanguageOnlyIsAnError() throws IOException {
        write(
                "agents/policy.yaml",
                "name: policy\ntitle: {zh-CN: 制度}\ndescription: {zh-CN: 描述, en: x}\nexamples: [a, b, c, d, e]\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agents/policy.yaml")
                .hasMessageContaining("en");
    }

    @Test
    void theRepositorysOwnConfigurationLoads() {
        AgentCatalog catalog = AgentCatalog.load(new ConfigFolder(Path.of("../config")));

        assertThat(catalog.agents())
                .extracting(AgentDefinition::name)
                .contains("bid", "credit", "data", "fault", "general", "policy", "secretary", "translation");
        assertThat(catalog.outOfScope()).hasSizeGreaterThan(20);
        assertThat(catalog.agents()).allSatisfy(agent -> {
            assertThat(agent.suggestions().get("zh-CN")).isNotEmpty();
            assertThat(agent.suggestions().get("en")).isNotEmpty();
            assertThat(agent.examples()).doesNotHaveDuplicates();
        });
    }

    @Test
    void noExampleOfTheRepositoryBelongsToTwoAgents() {
        AgentCatalog catalog = AgentCatalog.load(new ConfigFolder(Path.of("../config")));
        List<String> all = catalog.agents().stream()
                .flatMap(agent -> agent.examples().stream())
                .toList();

        assertThat(all).doesNotHaveDuplicates().doesNotContainAnyElementsOf(catalog.outOfScope());
    }

    private static final String TITLES = "title: {zh-CN: 标题, en: Title}\ndescription: {zh-CN: 描述, en: Description}\n";

    private AgentCatalog load() {
        return AgentCatalog.load(new ConfigFolder(root));
    }

    private void agent(String file, String name, String aliases) throws IOException {
        write("agents/" + file + ".yaml", name + "\n" + TITLES + aliases + "\nexamples: [a, b, c, d, e]\n");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
