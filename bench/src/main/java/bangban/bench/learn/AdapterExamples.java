package bangban.bench.learn;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Questions with the passages that answer them, as vectors of one encoder.
 *
 * @param relevant for each question the rows of {@code passages} that answer it, at least one
 * @param weight of these questions together, against other examples
 */
public record AdapterExamples(
        List<float[]> questions, List<float[]> passages, List<List<Integer>> relevant, double weight) {

    public AdapterExamples {
        questions = List.copyOf(questions);
        passages = List.copyOf(passages);
        relevant = relevant.stream().map(List::copyOf).toList();
        if (questions.size() != relevant.size() || relevant.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("every question needs a passage that answers it");
        }
    }

    /** Those of the questions, with all passages. */
    public AdapterExamples only(List<Integer> chosen) {
        return new AdapterExamples(
                chosen.stream().map(questions::get).toList(),
                passages,
                chosen.stream().map(relevant::get).toList(),
                weight);
    }

    /** Every question but those. */
    public AdapterExamples without(List<Integer> left) {
        return only(IntStream.range(0, questions.size())
                .boxed()
                .filter(i -> !left.contains(i))
                .toList());
    }
}
