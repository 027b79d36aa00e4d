package bangban.runtime.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QuestionTextTest {

    @Example
    void whatHoldsNothingToReadIsEmpty() {
        for (String nothing :
                new String[] {"", "   ", "\n\t\n", "\u0000\u0007\u001b", "\u200b\u200d\ufeff", "\u3000", "\ud800"}) {
            assertCode(ErrorCode.EMPTY_QUESTION, nothing);
        }
    }

    @Example
    void aHundredThousandCharactersAreTooLong() {
        assertCode(ErrorCode.QUESTION_TOO_LONG, "年".repeat(100_000));
        assertCode(ErrorCode.QUESTION_TOO_LONG, "\u0000".repeat(100_000));
        assertCode(ErrorCode.QUESTION_TOO_LONG, "年".repeat(QuestionText.LONGEST + 1));
        assertThat(QuestionText.clean("年".repeat(QuestionText.LONGEST))).hasSize(QuestionText.LONGEST);
    }

    @Example
    void controlAndInvisibleCharactersAreTakenOut() {
        assertThat(QuestionText.clean(" 年\u0000假\u200b有\u202e几天\u001b[31m？ ")).isEqualTo("年假有几天[31m？");
    }

    @Example
    void linesAndTabsStay() {
        assertThat(QuestionText.clean("第一行\n\t第二行")).isEqualTo("第一行\n\t第二行");
    }

    @Example
    void charactersBeyondTheBasicPlaneStay() {
        assertThat(QuestionText.clean("𠮷野家😀报销")).isEqualTo("𠮷野家😀报销");
    }

    @Example
    void oneSpellingOfAccentedLetters() {
        assertThat(QuestionText.clean("cafe\u0301")).isEqualTo("caf\u00e9");
    }

    @Property(tries = 500, seed = "20261123")
    void cleaningTwiceIsCleaningOnce(@ForAll String text) {
        String once;
        try {
            once = QuestionText.clean(text);
        } catch (PlatformException e) {
            return;
        }
        assertThat(QuestionText.clean(once)).isEqualTo(once);
        assertThat(once.chars()).allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c));
    }

    private static void assertCode(ErrorCode code, String text) {
        assertThatThrownBy(() -> QuestionText.clean(text))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
