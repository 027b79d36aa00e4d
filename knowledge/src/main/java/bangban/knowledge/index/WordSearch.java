package bangban.knowledge.index;

import bangban.language.analyze.TermAnalyzer;
import java.util.Map;
import org.apache.lucene.index.Term;
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

    private final QueryTerms terms;

    WordSearch(TermAnalyzer analyzer) {
        this.terms = new QueryTerms(analyzer);
    }

    Query query(PassageIndex.WordQuery words, Query filter) {
        Map<QueryTerms.Key, Double> weights = terms.weights(words);
        if (weights.isEmpty()) {
            return new MatchNoDocsQuery("no terms");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        weights.forEach((key, weight) -> any.add(
                new BoostQuery(
                        new TermQuery(new Term(key.pair() ? PassageFields.PAIRS : PassageFields.WORDS, key.text())),
                        weight.floatValue()),
                Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }
}
