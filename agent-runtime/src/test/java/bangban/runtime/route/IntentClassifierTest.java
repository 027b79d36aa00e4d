package bangban.runtime.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentClassifierTest {

    private static final List<Example> EXAMPLES = List.of(
            new Example("出差住宿标准是多少", "policy"),
            new Example("年假有几天", "policy"),
            new Example("印章外借要谁审批", "policy"),
            new Example("上月产量是多少吨", "data"),
            new Example("本季度营业收入", "data"),
            new Example("昨天的燃料比", "data"),
            new Example("讲个笑话", IntentClassifier.OUT_OF_SCOPE),
            new Example("今天天气怎么样", IntentClassifier.OUT_OF_SCOPE));

    private final LetterEncoder encoder = new LetterEncoder();

    @Test
    void ranksEveryLabelWithProbabilitiesThatSumToOne() {
        Classification result = IntentClassifier.train(EXAMPLES, encoder).classify("上月的产量");

        assertThat(result.best().label()).isEqualTo("data");
        assertThat(result.ranking())
                .extracting(Scored::label)
                .containsExactlyInAnyOrder("data", "policy", IntentClassifier.OUT_OF_SCOPE);
        assertThat(result.ranking().stream().mapToDouble(Scored::probability).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(result.probability("nobody")).isZero();
    }

    @Test
    void saysHowFamiliarATextIs() {
        IntentClassifier classifier = IntentClassifier.train(EXAMPLES, encoder);

        assertThat(classifier.classify("年假有几天").familiarity()).isCloseTo(1, within(1e-5));
        assertThat(classifier.classify("xyz").familiarity()).isLessThan(0.5);
    }

    @Test
    void learnsTheSameFromTheSameExamples() {
        assertThat(IntentClassifier.train(EXAMPLES, encoder).classify("年假"))
                .isEqualTo(IntentClassifier.train(EXAMPLES, encoder).classify("年假"));
    }

    @Test
    void classifiesEmptyAndVeryLongTexts() {
        IntentClassifier classifier = IntentClassifier.train(EXAMPLES, encoder);

        assertThat(classifier.classify("").ranking()).hasSize(3);
        assertThat(classifier.classify("产量".repeat(50_000)).ranking()).hasSize(3);
    }

    @Test
    void needsTwoLabels() {
        assertThatIllegalArgumentException().isThrownBy(() -> IntentClassifier.train(EXAMPLES.subList(0, 3), encoder));
    }

    @Test
    void neitherEncodesNorTrainsAgainWithACache(@TempDir Path folder) {
        Classification first = IntentClassifier.train(EXAMPLES, encoder, TrainingCache.in(folder))
                .classify("年假");
        LetterEncoder fresh = new LetterEncoder();

        IntentClassifier second = IntentClassifier.train(EXAMPLES, fresh, TrainingCache.in(folder));

        assertThat(fresh.calls).hasValue(0);
        assertThat(second.classify("年假")).isEqualTo(first);
    }

    @Test
    void encodesOnlyWhatIsNew(@TempDir Path folder) {
        IntentClassifier.train(EXAMPLES.subList(0, 6), encoder, TrainingCache.in(folder));
        LetterEncoder fresh = new LetterEncoder();

        IntentClassifier.train(EXAMPLES, fresh, TrainingCache.in(folder));

        assertThat(fresh.calls).hasValue(2);
    }

    @Test
    void readsADamagedCacheAsNone(@TempDir Path folder) throws IOException {
        IntentClassifier.train(EXAMPLES, encoder, TrainingCache.in(folder));
        for (String file : List.of("embeddings.bin", "model.bin")) {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            Files.write(folder.resolve(file), java.util.Arrays.copyOf(whole, whole.length / 2));
        }

        IntentClassifier again = IntentClassifier.train(EXAMPLES, encoder, TrainingCache.in(folder));

        assertThat(again.classify("年假有几天").best().label()).isEqualTo("policy");
    }
}
