package bangban.bench.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.util.VectorUtil;

/** The baseline: each question's nearest passages, by comparing every vector as it comes. */
final class NearestPassages {

    private record Near(String passage, float cosine) implements Comparable<Near> {

        @Override
        public int compareTo(Near other) {
            return Float.compare(cosine, other.cosine);
        }
    }

    private final List<SyntheticQuestion> questions;
    private final List<PriorityQueue<Near>> nearest;
    private final int top;
    private long nanos;

    NearestPassages(List<SyntheticQuestion> questions, int top) {
        this.questions = questions;
        this.nearest =
                questions.stream().map(question -> new PriorityQueue<Near>()).toList();
        this.top = top;
    }

    void offer(String passage, float[] vector) {
        long start = System.nanoTime();
        for (int i = 0; i < questions.size(); i++) {
            float cosine = VectorUtil.dotProduct(questions.get(i).vector(), vector);
            PriorityQueue<Near> best = nearest.get(i);
            if (best.size() < top) {
                best.add(new Near(passage, cosine));
            } else if (best.element().cosine() < cosine) {
                best.remove();
                best.add(new Near(passage, cosine));
            }
        }
        nanos += System.nanoTime() - start;
    }

    /** What comparing every vector took for one question, with the vectors at hand in memory. */
    double millisAQuestion() {
        return nanos / 1e6 / questions.size();
    }

    /** How much of a question's nearest was found, 1 where there are none. */
    double recall(int question, Collection<String> found) {
        PriorityQueue<Near> expected = nearest.get(question);
        Set<String> seen = new HashSet<>(found);
        long both =
                expected.stream().filter(near -> seen.contains(near.passage())).count();
        return expected.isEmpty() ? 1 : (double) both / expected.size();
    }
}
