package bangban.language.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxTextEncoderTest {

    private static final OnnxTextEncoder ENCODER = new OnnxTextEncoder();

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @Test
    void givesUnitVectorsOfTheModelsDimensions() {
        float[] vector = ENCODER.encode("出差住宿标准是多少？");

        assertThat(vector).hasSize(ENCODER.dimensions());
        assertThat(product(vector, vector)).isCloseTo(1.0, within(1e-5));
    }

    @Test
    void putsParaphrasesCloserThanOtherTopics() {
        float[] question = ENCODER.encode("出差住宿标准是多少？");

        assertThat(product(question, ENCODER.encode("出差人员住宿费限额")))
                .isGreaterThan(product(question, ENCODER.encode("高炉炉缸温度异常的处置")) + 0.1);
    }

    @Test
    void givesTheSameVectorsAloneAndTogether() {
        List<String> texts = List.of("合同", "印章外借须经批准。", "");

        List<float[]> together = ENCODER.encodeAll(texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).containsExactly(ENCODER.encode(texts.get(i)), within(1e-6f));
        }
    }

    @Test
    void cutsOffWhatIsBeyondItsWindow() {
        assertThat(ENCODER.encode("安全生产".repeat(25_000))).hasSize(ENCODER.dimensions());
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
