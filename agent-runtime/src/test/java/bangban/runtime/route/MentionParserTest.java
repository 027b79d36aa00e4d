package bangban.runtime.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionParserTest {

    private static final MentionParser PARSER = new MentionParser(List.of(
            new RoutableAgent("policy", List.of("制度", "制度问答"), List.of()),
            new RoutableAgent("bid", List.of("冰冰"), List.of()),
            new RoutableAgent("data", List.of(), List.of())));

    @ParameterizedTest
    @CsvSource({
        "@冰冰 比对标书, bid, 比对标书",
        "＠冰冰，比对标书, bid, 比对标书",
        "@冰冰比对标书, bid, 比对标书",
        "@制度问答 年假几天, policy, 年假几天",
        "/policy annual leave, policy, annual leave",
        "／Policy annual leave, policy, annual leave",
        "@data上月产量, data, 上月产量",
        "比对标书 @冰冰, bid, 比对标书",
        "年假几天？@制度问答, policy, 年假几天？"
    })
    void readsMentionsAtTheStartAndTheEnd(String message, String agent, String request) {
        assertThat(PARSER.parse(message)).contains(new MentionParser.Mention(agent, request));
    }

    @Test
    void leavesAnEmptyRequestBehindAMentionAlone() {
        assertThat(PARSER.parse("@冰冰")).contains(new MentionParser.Mention("bid", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@张三 你好",
                "/usr/bin/java 报错",
                "/data/x.csv 读一下",
                "/制度/附件 在哪",
                "@database 怎么连",
                "@policy.com",
                "发到 someone@data",
                "邮箱是 a@policy",
                "年假几天"
            })
    void takesNothingElseForAMention(String message) {
        assertThat(PARSER.parse(message)).isEmpty();
    }

    @Test
    void refusesAnAliasOfTwoAgents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MentionParser(List.of(
                        new RoutableAgent("a", List.of("助手"), List.of()),
                        new RoutableAgent("b", List.of("助手"), List.of()))))
                .withMessageContaining("助手");
    }
}
