package bangban.agents.general;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.agents.FakeTurn;
import bangban.config.ConfigFolder;
import bangban.config.agents.AgentCatalog;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.AgentRegistry;
import bangban.runtime.agent.TurnContext;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class GeneralAgentTest {

    private static final AgentCatalog CATALOG = AgentCatalog.load(new ConfigFolder(Path.of("../config")));

    @Test
    void aGreetingIsAnswered() {
        FakeTurn turn = run("你好", "policy");

        assertThat(turn.text()).contains("帮办");
        assertThat(turn.refused).isFalse();
        assertThat(turn.suggested).isNotEmpty();
    }

    @Test
    void anEnglishGreetingIsAnsweredInEnglish() {
        assertThat(run("Good morning", "policy").text()).startsWith("Hello");
    }

    @Test
    void itTellsOfInstalledAgentsOnly() {
        String text = run("你能做什么", "policy").text();

        assertThat(text).contains(CATALOG.find("policy").orElseThrow().title().chinese());
        assertThat(text)
                .doesNotContain(CATALOG.find("bid").orElseThrow().title().chinese());
    }

    @Test
    void whatBelongsToNobodyIsDeclined() {
        FakeTurn turn = run("红烧肉要炖多久", "policy");

        assertThat(turn.refused).isTrue();
        assertThat(turn.text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好",
                "谢谢",
                "再见",
                "好的",
                "谁能看到我的对话",
                "怎么上传文件",
                "你答错了",
                "你真厉害",
                "你是谁",
                "答案从哪来",
                "你能做什么",
                "红烧肉要炖多久",
                "hello",
                "thanks",
                "bye",
                "got it",
                "is this chat private?",
                "how do I upload files",
                "wrong answer",
                "well done",
                "who are you",
                "can I trust you",
                "what can you do",
                "how long to braise pork belly"
            })
    void nothingItSaysIsStruckByTheVerifier(String text) {
        FakeTurn turn = run(text, "policy", "data", "secretary", "fault", "translation", "bid", "credit");

        assertThat(turn.struck).isEmpty();
        assertThat(turn.said).isNotEmpty();
    }

    private static FakeTurn run(String text, String... installed) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        List<Agent> agents = Stream.of(installed).<Agent>map(Named::new).toList();
        beans.addBean("registry", new AgentRegistry(agents));
        FakeTurn turn = FakeTurn.asking(text);
        new GeneralAgent(CATALOG, beans.getBeanProvider(AgentRegistry.class)).run(turn);
        return turn;
    }

    private record Named(String name) implements Agent {

        @Override
        public void run(TurnContext turn) {}
    }
}
