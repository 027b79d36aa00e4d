package bangban.agents.general;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.agents.FakeTurn;
import bangban.config.ConfigFolder;
import bangban.config.agents.AgentCatalog;
import bangban.config.prompts.PromptCatalog;
import bangban.runtime.agent.Agent;
import bangban.runtime.agent.AgentRegistry;
import bangban.runtime.agent.Notice;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.model.ModelGateway;
import bangban.runtime.model.ModelRole;
import bangban.runtime.verify.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import reactor.core.publisher.Flux;

class GeneralAgentTest {

    private static final AgentCatalog CATALOG = AgentCatalog.load(new ConfigFolder(Path.of("../config")));
    private static final PromptCatalog PROMPTS = PromptCatalog.load(new ConfigFolder(Path.of("../config")));

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

    @Test
    void withAModelItAnswersWhatBelongsToNobody() {
        FakeTurn turn = run(ScriptedChatModel.saying("炖一小时。"), "红烧肉要炖多久");

        assertThat(turn.said).containsExactly(Statement.unsourced("炖一小时。"));
        assertThat(turn.refused).isFalse();
        assertThat(turn.notices).isEmpty();
        assertThat(turn.suggested).isNotEmpty();
    }

    @Test
    void smallTalkIsNotTheModelsBusiness() {
        ScriptedChatModel model = ScriptedChatModel.saying("嗨。");

        FakeTurn turn = run(model, "你好");

        assertThat(model.asked).isEmpty();
        assertThat(turn.text()).contains("帮办");
    }

    @ParameterizedTest
    @ValueSource(strings = {"你是谁", "答案从哪来", "谁能看到我的对话", "who are you", "can I trust you", "is this chat private?"})
    void whatItSaysOfItselfIsTrueWithAModelToo(String text) {
        FakeTurn turn = run(ScriptedChatModel.saying("嗨。"), text);

        assertThat(turn.text())
                .containsPattern("语言模型|language model")
                .isNotEqualTo(run(text, "policy").text());
        assertThat(turn.struck).isEmpty();
    }

    @Test
    void aModelThatIsDownIsToldOfBesideTheRefusal() {
        FakeTurn turn = run(
                new ScriptedChatModel(Flux.error(new PlatformException(ErrorCode.MODEL_TIMED_OUT, "slow"))), "红烧肉要炖多久");

        assertThat(turn.refused).isTrue();
        assertThat(turn.said).hasSize(1).noneMatch(Statement.Unsourced.class::isInstance);
        assertThat(turn.notices).extracting(Notice::code).containsExactly("model-unavailable");
    }

    @Test
    void anAnswerThatBreaksOffIsKeptAndToldOf() {
        Flux<ChatResponse> half = ScriptedChatModel.pieces("First, brown it. Then")
                .concatWith(Flux.error(new PlatformException(ErrorCode.MODEL_UNREACHABLE, "reset")));

        FakeTurn turn = run(new ScriptedChatModel(half), "how long to braise pork belly");

        assertThat(turn.text()).isEqualTo("First, brown it. Then");
        assertThat(turn.refused).isFalse();
        assertThat(turn.notices).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("answer-cut-off");
            assertThat(notice.text()).contains("not complete");
        });
    }

    private static FakeTurn run(ScriptedChatModel model, String text) {
        FakeTurn turn = FakeTurn.asking(text);
        agent(new ModelGateway(Map.of(ModelRole.WRITER, model)), "policy").run(turn);
        return turn;
    }

    private static FakeTurn run(String text, String... installed) {
        FakeTurn turn = FakeTurn.asking(text);
        agent(ModelGateway.none(), installed).run(turn);
        return turn;
    }

    private static GeneralAgent agent(ModelGateway models, String... installed) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        List<Agent> agents = Stream.of(installed).<Agent>map(Named::new).toList();
        beans.addBean("registry", new AgentRegistry(agents));
        GeneralKnowledge knowledge = new GeneralKnowledge(models, PROMPTS);
        return new GeneralAgent(CATALOG, beans.getBeanProvider(AgentRegistry.class), knowledge);
    }

    private record Named(String name) implements Agent {

        @Override
        public void run(TurnContext turn) {}
    }
}
