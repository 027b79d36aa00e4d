package bangban.agents.general;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.ConfigFolder;
import bangban.config.agents.AgentCatalog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallTalkTest {

    private static final AgentCatalog CATALOG = AgentCatalog.load(new ConfigFolder(Path.of("../config")));

    @ParameterizedTest
    @CsvSource({
        "你好呀, GREETING",
        "帮办，早上好, GREETING",
        "有人在吗, GREETING",
        "Hey there, GREETING",
        "Good evening!, GREETING",
        "非常感谢你的帮助, THANKS",
        "谢啦, THANKS",
        "many thanks, THANKS",
        "那我下班了，明天见, FAREWELL",
        "ok bye, FAREWELL",
        "See you tomorrow, FAREWELL",
        "好的, ACKNOWLEDGED",
        "嗯，知道了, ACKNOWLEDGED",
        "Got it., ACKNOWLEDGED",
        "你到底是真人还是机器, IDENTITY",
        "你叫啥名字, IDENTITY",
        "Are you a robot?, IDENTITY",
        "who built you, IDENTITY",
        "你都能做些什么, ABILITIES",
        "这里有哪些助手可以用, ABILITIES",
        "这个平台怎么使用, ABILITIES",
        "What can you help me with?, ABILITIES",
        "How do I use this, ABILITIES",
        "你的答案是从哪里来的, SOURCES",
        "回答的内容靠谱吗, SOURCES",
        "Can I trust what you say?, SOURCES",
        "我问的内容别人能看到吗, PRIVACY",
        "who can see my questions, PRIVACY",
        "怎么上传一份制度, UPLOAD",
        "how to upload files, UPLOAD",
        "你刚才说错了, FEEDBACK",
        "that answer is wrong, FEEDBACK",
        "你真棒, PRAISE",
        "well done, PRAISE"
    })
    void recognises(String text, SmallTalk kind) {
        assertThat(SmallTalk.of(text)).isEqualTo(kind);
    }

    @Test
    void atLeastNineOfTenConfiguredExamplesAreRecognised() {
        List<String> examples = CATALOG.find("general").orElseThrow().examples();
        List<String> unknown = examples.stream()
                .filter(text -> SmallTalk.of(text) == SmallTalk.OTHER)
                .toList();

        assertThat(unknown).as("not recognised").hasSizeLessThanOrEqualTo(examples.size() / 10);
    }

    @Test
    void atMostOneOfTwentyMessagesThatBelongToNobodyIsTakenForSmallTalk() {
        List<String> taken = CATALOG.outOfScope().stream()
                .filter(text -> SmallTalk.of(text) != SmallTalk.OTHER)
                .toList();

        assertThat(taken)
                .as("taken for small talk")
                .hasSizeLessThanOrEqualTo(CATALOG.outOfScope().size() / 20);
    }

    @Test
    void aVeryLongMessageIsReadQuickly() {
        assertThat(SmallTalk.of("年".repeat(20_000))).isEqualTo(SmallTalk.OTHER);
        assertThat(SmallTalk.of("能".repeat(20_000))).isEqualTo(SmallTalk.OTHER);
    }
}
