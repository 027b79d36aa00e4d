package bangban.knowledge.index;

import bangban.language.analyze.Term;
import bangban.language.analyze.TermAnalyzer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a query asks for, with weights: its own terms as often as they stand in it, those of further wordings by their weights. */
final class QueryTerms {

    /** What is beyond says nothing new, and Lucene takes 1,024 clauses. */
    private static final int MAX_CHARACTERS = 600;

    private static final int MAX_TERMS = 500;

    private final TermAnalyzer analyzer;

    QueryTerms(TermAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** A term of a passage: a pair of characters, or anything else. */
    record Key(boolean pair, String text) {

        static Key of(Term term) {
            return new Key(term.kind() == Term.Kind.PAIR, term.text());
        }
    }

    /** At most 500, the query's own first. */
    Map<Key, Double> weights(PassageIndex.WordQuery words) {
        Map<Key, Double> weights = new LinkedHashMap<>();
        for (Term term : analyzer.queryTerms(head(words.text()))) {
            weights.merge(Key.of(term), 1.0, Double::sum);
        }
        words.also().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(also -> distinct(analyzer.queryTerms(head(also.getKey())))
                        .forEach(key -> weights.merge(key, also.getValue(), Math::max)));
        Map<Key, Double> first = new LinkedHashMap<>();
        weights.entrySet().stream().limit(MAX_TERMS).forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return first;
    }

    private static List<Key> distinct(List<Term> terms) {
        return terms.stream().map(Key::of).distinct().toList();
    }

    private static String head(String text) {
        return text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    }
}
