package bangban.bench.search;

import bangban.knowledge.index.PassageIndex.WordQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A question about one of the passages: some of its words, and a vector near its vector. */
record SyntheticQuestion(float[] vector, WordQuery words) {

    private static final int WORDS = 4;

    static List<SyntheticQuestion> about(SyntheticCorpus corpus, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SyntheticQuestion> questions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int meant = random.nextInt(corpus.size());
            questions.add(new SyntheticQuestion(
                    corpus.question(meant, random),
                    new WordQuery(String.join(" ", corpus.words(meant).subList(0, WORDS)))));
        }
        return questions;
    }
}
