package bangban.knowledge.index;

import bangban.language.analyze.Term;
import bangban.language.analyze.TermAnalyzer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A word query as a sum of BM25 scores over words and character pairs. There is no query syntax: every character is text.
 */
final class WordSearch {

    /** What is beyond says nothing new, and Lucene takes 1,024 clauses. */
    private static final int MAX_CHARACTERS = 600;

    private static final int MAX_TERMS = 500;

    private final TermAnalyzer analyzer;

    WordSearch(TermAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    Query query(PassageIndex.WordQuery words, Query filter) {
        Map<org.apache.lucene.index.Term, Double> weights = new LinkedHashMap<>();
        for (Term term : analyzer.queryTerms(head(words.text()))) {
            weights.merge(key(term), 1.0, Double::sum);
        }
        words.also().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(also -> distinct(analyzer.queryTerms(head(also.getKey())))
                        .forEach(key -> weights.merge(key, also.getValue(), Math::max)));
        if (weights.isEmpty()) {
            return new MatchNoDocsQuery("no terms");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        weights.entrySet().stream()
                .limit(MAX_TERMS)
                .forEach(entry -> any.add(
                        new BoostQuery(
                                new TermQuery(entry.getKey()), entry.getValue().floatValue()),
                        Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private static List<org.apache.lucene.index.Term> distinct(List<Term> terms) {
        return terms.stream().map(WordSearch::key).distinct().toList();
    }

    private static org.apache.lucene.index.Term key(Term term) {
        return new org.apache.lucene.index.Term(
                term.kind() == Term.Kind.PAIR ? PassageFields.PAIRS : PassageFields.WORDS, term.text());
    }

    private static String head(String text) {
        return text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    }
}
