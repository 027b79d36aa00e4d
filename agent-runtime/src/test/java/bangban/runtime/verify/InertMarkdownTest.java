package bangban.runtime.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InertMarkdownTest {

    private static final Pattern ACTIVE =
            Pattern.compile("]\\(|]:|<[A-Za-z/!?]|://|\\bwww\\.|\\[\\d+]", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "看![图](https://e.example/x.png?q=1)这里 | 看图这里",
                "点[这里](javascript:alert(1))。[那里](/x) | 点这里)。那里",
                "[![图](http://e.example/a)](http://e.example/b) | 图",
                "见 <https://e.example/a> 和 https://e.example/b | 见 e.example/a 和 e.example/b",
                "www.e.example 上 | e.example 上",
                "<img src=x onerror=alert(1)>甲<b>乙</b><!-- 丙 --> | 甲乙",
                "<<b>img src=x> | < img src=x>",
                "结论[1]成立[2, 3]。【4†来源】 | 结论成立。",
                "[a][b] 与 [c](d) | [a][b] 与 [c] (d)",
                "用 `a[1]` 取值，List<String> 不变 | 用 `a[1]` 取值，List< String> 不变",
                "**粗**、_斜_、1. 项 | **粗**、_斜_、1. 项"
            })
    void activePartsAreTakenOutAndTextStays(String markdown, String inert) {
        assertThat(InertMarkdown.of(markdown)).isEqualTo(inert);
    }

    @Test
    void aDefinitionOfALinkIsTakenOut() {
        assertThat(InertMarkdown.of("见 [甲]。\n[甲]: https://e.example\n完")).isEqualTo("见 [甲]。\n\n完");
    }

    @Test
    void invisibleCharactersAreTakenOutFirst() {
        assertThat(InertMarkdown.of("<\u200bimg src=x>\u202e甲\udb40\udc41")).isEqualTo("甲");
    }

    @Test
    void anOpenEndCannotBeCompletedByWhatFollows() {
        assertThat(InertMarkdown.of("[甲]") + InertMarkdown.of("(https://e.example)"))
                .doesNotContainPattern(ACTIVE);
        assertThat(InertMarkdown.of("甲 <") + InertMarkdown.of("img src=x>")).doesNotContainPattern(ACTIVE);
    }

    @Test
    void hugeTextsAreNoTrouble() {
        assertThat(InertMarkdown.of("[".repeat(20_000))).hasSize(20_000);
        assertThat(InertMarkdown.of("<a ".repeat(7_000))).doesNotContainPattern(ACTIVE);
        assertThat(InertMarkdown.of("`".repeat(20_000))).hasSize(20_000);
    }

    @Property(tries = 2_000)
    void nothingActiveIsLeftHoweverItIsNested(@ForAll("fragments") String markdown) {
        assertThat(InertMarkdown.of(markdown).replaceAll("(?s)(`+)[^`].*?(?<!`)\\1(?!`)", "`"))
                .doesNotContainPattern(ACTIVE);
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "[",
                        "]",
                        "(",
                        ")",
                        "!",
                        "<",
                        ">",
                        ":",
                        "/",
                        "//",
                        "://",
                        "http",
                        "https://e.example",
                        "www.",
                        "w",
                        "img",
                        "<b>",
                        "</b>",
                        "<!--",
                        "-->",
                        "1",
                        "[1]",
                        "甲",
                        " ",
                        "\n",
                        "`",
                        "\u200b",
                        "^",
                        ".")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
