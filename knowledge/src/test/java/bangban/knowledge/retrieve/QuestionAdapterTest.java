package bangban.knowledge.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionAdapterTest {

    private static final QuestionAdapter SWAP =
            new QuestionAdapter("model", new float[] {0, 0.5f}, new float[][] {{-1, 1}, {0, 0}});

    @Test
    void movesAVectorAndBringsItBackToUnitLength() {
        float[] adapted = SWAP.adapt(new float[] {1, 0});

        assertThat(adapted[0]).isCloseTo(0, within(1e-6f));
        assertThat(adapted[1]).isCloseTo(1, within(1e-6f));
        assertThat(SWAP.move(new float[] {1, 0})).containsExactly(0, 1.5f);
    }

    @Test
    void leavesVectorsAsTheyAreWhereNothingWasLearned() {
        assertThat(QuestionAdapter.NONE.adapt(new float[] {0.6f, 0.8f})).containsExactly(0.6f, 0.8f);
    }

    @Test
    void isTheSameFromItsBytes() {
        QuestionAdapter read = QuestionAdapter.read(SWAP.bytes());

        assertThat(read.model()).isEqualTo("model");
        assertThat(read.shift()).containsExactly(SWAP.shift());
        assertThat(read.matrix()).isDeepEqualTo(SWAP.matrix());
    }

    @Test
    void refusesBytesThatAreNoSquareMatrix() {
        byte[] bytes = SWAP.bytes();
        assertThatThrownBy(() -> QuestionAdapter.read(java.util.Arrays.copyOf(bytes, bytes.length - 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 numbers");
    }

    @Test
    void bringsAnEverydayQuestionNearerToTheRuleThatAnswersIt() {
        try (TextEncoder encoder = new OnnxTextEncoder()) {
            QuestionAdapter adapter = QuestionAdapter.standard(encoder);
            float[] question = encoder.encode("老板一直拖着不发工资，我能马上走人吗");
            List<float[]> passages =
                    encoder.encodeAll(List.of("用人单位未及时足额支付劳动报酬的，劳动者可以解除劳动合同。", "企业应当建立工资支付台账，保存三年以上备查。"));

            assertThat(margin(adapter.adapt(question), passages)).isGreaterThan(margin(question, passages));
        }
    }

    private static double margin(float[] question, List<float[]> passages) {
        return TextEncoder.cosine(question, passages.getFirst()) - TextEncoder.cosine(question, passages.getLast());
    }
}
