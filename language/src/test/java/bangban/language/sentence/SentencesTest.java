package bangban.language.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class SentencesTest {

    @Example
    void chineseSentencesEndAtTheirMarks() {
        assertThat(texts("出差应当事先批准。可以乘飞机吗？不可以！第一，要审批；第二，要备案"))
                .containsExactly("出差应当事先批准。", "可以乘飞机吗？", "不可以！", "第一，要审批；", "第二，要备案");
    }

    @Example
    void aLineBreakEndsASentence() {
        assertThat(texts("  第一条 总则\n　　第二条 范围  ")).containsExactly("第一条 总则", "第二条 范围");
    }

    @Example
    void aClosingQuoteOrBracketStaysWithItsSentence() {
        assertThat(texts("他说：“不得超标。”然后离开（见附件。）")).containsExactly("他说：“不得超标。”", "然后离开（见附件。）");
    }

    @Example
    void aFullStopInsideANumberOrAVersionEndsNothing() {
        assertThat(texts("The rate is 3.5 percent in v1.2 of it. It may rise."))
                .containsExactly("The rate is 3.5 percent in v1.2 of it.", "It may rise.");
    }

    @Example
    void blankTextHasNoSentences() {
        assertThat(Sentences.in(" \n　\t")).isEmpty();
    }

    @Property(seed = "20261123")
    void offsetsAreThoseOfTheTextAndNothingButBlanksIsLeftOut(
            @ForAll @StringLength(max = 60) @Chars({'甲', 'a', 'b', '。', '？', '.', ' ', '\n', '”', '；', '\u3000'})
                    String text) {
        int last = 0;
        for (Sentences.Sentence sentence : Sentences.in(text)) {
            assertThat(text.substring(sentence.start(), sentence.end())).isEqualTo(sentence.text());
            assertThat(text.substring(last, sentence.start())).isBlank();
            last = sentence.end();
        }
        assertThat(text.substring(last)).isBlank();
    }

    @Example
    void tellsEnglishFromChinese() {
        assertThat(Language.of("How many days of leave do I get?")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("年假有几天")).isEqualTo(Language.CHINESE);
        assertThat(Language.of("KPI 考核办法")).isEqualTo(Language.CHINESE);
        assertThat(Language.of("what is the 年假 rule")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("520")).isEqualTo(Language.CHINESE);
    }

    private static List<String> texts(String text) {
        return Sentences.in(text).stream().map(Sentences.Sentence::text).toList();
    }
}
