package bangban.bench.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.knowledge.retrieve.QuestionAdapter;
import bangban.language.encode.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdapterLearnerTest {

    private static final int DIMENSIONS = 32;
    private static final int PASSAGES = 200;

    /** Questions are their passage, turned by one and the same permutation of coordinates and blurred. */
    private static AdapterExamples turned(long seed, int questions) {
        Random random = new Random(7);
        List<float[]> passages = IntStream.range(0, PASSAGES)
                .mapToObj(i -> unit(random, new float[DIMENSIONS], 1))
                .toList();
        Random blur = new Random(seed);
        List<float[]> asked = new ArrayList<>();
        List<List<Integer>> relevant = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            int passage = blur.nextInt(PASSAGES);
            float[] turned = new float[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++) {
                turned[d] = passages.get(passage)[d] + 2 * passages.get(passage)[(d + 1) % DIMENSIONS];
            }
            asked.add(unit(blur, turned, 0.1));
            relevant.add(List.of(passage));
        }
        return new AdapterExamples(asked, passages, relevant, 1);
    }

    private static float[] unit(Random random, float[] vector, double noise) {
        double square = 0;
        for (int d = 0; d < vector.length; d++) {
            vector[d] += (float) (noise * random.nextGaussian());
            square += vector[d] * vector[d];
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private static long first(AdapterExamples examples, QuestionAdapter adapter) {
        return IntStream.range(0, examples.questions().size())
                .filter(i -> {
                    float[] question = adapter.adapt(examples.questions().get(i));
                    double right = TextEncoder.cosine(
                            question,
                            examples.passages().get(examples.relevant().get(i).getFirst()));
                    return examples.passages().stream()
                            .allMatch(passage -> TextEncoder.cosine(question, passage) <= right + 1e-9);
                })
                .count();
    }

    @Test
    void findsMoreRightPassagesForQuestionsThatItHasNotSeen() {
        AdapterExamples unseen = turned(2, 100);
        QuestionAdapter learned = new AdapterLearner(0.03, 0.01, 0.05, 200).learn("model", List.of(turned(1, 300)));

        assertThat(first(unseen, QuestionAdapter.NONE)).isLessThan(80);
        assertThat(first(unseen, learned)).isGreaterThan(first(unseen, QuestionAdapter.NONE) + 10);
    }

    @Test
    void learnsTheSameFromTheSameExamples() {
        List<AdapterExamples> examples = List.of(turned(1, 50));
        AdapterLearner learner = new AdapterLearner(0.03, 0.1, 0.05, 10);

        assertThat(learner.learn("model", examples).bytes())
                .isEqualTo(learner.learn("model", examples).bytes());
    }

    @Test
    void anExampleNeedsAPassageThatAnswersIt() {
        assertThatThrownBy(() ->
                        new AdapterExamples(List.of(new float[] {1}), List.of(new float[] {1}), List.of(List.of()), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
