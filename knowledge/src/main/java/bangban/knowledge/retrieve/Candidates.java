package bangban.knowledge.retrieve;

import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.language.analyze.Term;
import bangban.language.analyze.TermAnalyzer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.util.VectorUtil;

/** The first stage's passages with their features. */
final class Candidates {

    /** Below this cosine two passages say nothing about each other. */
    private static final double SIMILAR = 0.6;

    private static final int SUPPORTERS = 5;

    private static final Pattern SENTENCE_END = Pattern.compile("[。；\\n]");

    private final Question question;
    private final TermAnalyzer analyzer;
    private final PairCoverage coverage;
    private final List<Passage> passages;
    private final List<Double> first;
    private final List<float[]> vectors;

    private Candidates(
            Question question,
            TermAnalyzer analyzer,
            PairCoverage coverage,
            List<Passage> passages,
            List<Double> first,
            List<float[]> vectors) {
        this.question = question;
        this.analyzer = analyzer;
        this.coverage = coverage;
        this.passages = passages;
        this.first = first;
        this.vectors = vectors;
    }

    /** The best {@code limit} of both lists under the fusion, with all features. */
    static List<Candidate> of(
            Question question,
            QuestionVector vector,
            List<Hit> words,
            List<Hit> meaning,
            Fusion fusion,
            int limit,
            PassageIndex index,
            TermAnalyzer analyzer) {
        Map<String, Double> fused = fusion.fuse(words, meaning);
        Map<String, Passage> byId = new LinkedHashMap<>();
        words.forEach(hit -> byId.put(hit.passage().id(), hit.passage()));
        meaning.forEach(hit -> byId.putIfAbsent(hit.passage().id(), hit.passage()));
        List<Passage> passages = byId.values().stream()
                .sorted(Comparator.<Passage>comparingDouble(passage -> -fused.getOrDefault(passage.id(), 0.0))
                        .thenComparing(Passage::id))
                .limit(limit)
                .toList();
        List<Double> first = passages.stream()
                .map(passage -> fused.getOrDefault(passage.id(), 0.0))
                .toList();
        PairCoverage coverage = new PairCoverage(question.pairs(), index.rarities(question.pairs()));
        return new Candidates(question, analyzer, coverage, passages, first, index.vectors(passages))
                .features(vector, StandardScores.of(words), StandardScores.of(meaning));
    }

    private List<Candidate> features(QuestionVector vector, StandardScores words, StandardScores meaning) {
        List<Double> cluster = clusterScores();
        Map<String, List<Double>> byDocument = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            byDocument
                    .computeIfAbsent(passages.get(i).documentId(), id -> new ArrayList<>())
                    .add(first.get(i));
        }
        List<Candidate> candidates = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            float[] own = vectors.get(i);
            Map<Feature, Double> features = new EnumMap<>(Feature.class);
            features.put(Feature.WORDS, words.of(passage.id()));
            features.put(Feature.MEANING, meaning.of(VectorUtil.dotProduct(vector.adapted(), own)));
            features.put(Feature.COVERAGE, coverage.of(withHeadings(passage)));
            features.put(Feature.SENTENCE, bestSentence(passage.text()));
            features.put(
                    Feature.DOCUMENT, support(byDocument.getOrDefault(passage.documentId(), List.of()), first.get(i)));
            features.put(Feature.CLUSTER, cluster.get(i));
            features.put(Feature.LENGTH, Math.log(Math.max(1, passage.text().length())));
            features.put(Feature.CLAUSE, question.namesClause(passage.clause()) ? 1.0 : 0.0);
            features.put(
                    Feature.TITLE,
                    !passage.path().isEmpty() && question.names(passage.path().getFirst()) ? 1.0 : 0.0);
            features.put(Feature.CODE, codes(passage));
            double cosine = VectorUtil.dotProduct(vector.plain(), own);
            candidates.add(new Candidate(passage, words.rawOf(passage.id()), cosine, features));
        }
        return candidates;
    }

    /** The document's title is left out: it stands over all its passages. */
    private static String withHeadings(Passage passage) {
        if (passage.path().size() < 2) {
            return passage.text();
        }
        return String.join("\n", passage.path().subList(1, passage.path().size())) + "\n" + passage.text();
    }

    private double bestSentence(String text) {
        return SENTENCE_END.splitAsStream(text).mapToDouble(coverage::of).max().orElse(0);
    }

    /** The sum of the best other scores of the document over {@link #SUPPORTERS}, own left out. */
    private static double support(List<Double> scores, double own) {
        List<Double> others = new ArrayList<>(scores);
        others.remove(own);
        others.sort(Comparator.reverseOrder());
        return others.stream()
                        .limit(SUPPORTERS)
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / SUPPORTERS;
    }

    private List<Double> clusterScores() {
        int size = passages.size();
        double[] sums = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double above = VectorUtil.dotProduct(vectors.get(i), vectors.get(j)) - SIMILAR;
                if (above > 0) {
                    double weight = above * above;
                    sums[i] += weight * first.get(j);
                    sums[j] += weight * first.get(i);
                    weights[i] += weight;
                    weights[j] += weight;
                }
            }
        }
        List<Double> scores = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            scores.add(sums[i] / (weights[i] + 0.05));
        }
        return scores;
    }

    private double codes(Passage passage) {
        if (question.codes().isEmpty()) {
            return 0;
        }
        Set<String> found = new HashSet<>();
        String text = String.join("\n", passage.path()) + "\n" + passage.text();
        for (Term term : analyzer.latin(text)) {
            if (question.codes().contains(term.text())) {
                found.add(term.text());
            }
        }
        return (double) found.size() / question.codes().size();
    }
}
