package bangban.knowledge.index;

import bangban.language.analyze.Term;
import bangban.language.analyze.TermAnalyzer;
import java.util.Map;
import java.util.TreeMap;

/**
 * The terms of one passage.
 *
 * @param frequencies how often each stands in it, by {@link TermTable#text}
 * @param words how many there are that are no pairs
 * @param pairs how many pairs
 */
record TermsOfPassage(Map<String, Long> frequencies, int words, int pairs) {

    static TermsOfPassage of(String text, TermAnalyzer analyzer) {
        Map<String, Long> frequencies = new TreeMap<>();
        int words = 0;
        int pairs = 0;
        for (Term term : analyzer.terms(text)) {
            QueryTerms.Key key = QueryTerms.Key.of(term);
            if (TermTable.isKept(key.text())) {
                frequencies.merge(TermTable.text(key), 1L, Long::sum);
                words += key.pair() ? 0 : 1;
                pairs += key.pair() ? 1 : 0;
            }
        }
        return new TermsOfPassage(frequencies, words, pairs);
    }

    Integer[] numbers(Map<String, Integer> numbers) {
        return frequencies.keySet().stream()
                .map(text -> number(numbers, text))
                .sorted()
                .toArray(Integer[]::new);
    }

    /** As {@code sparsevec} is written. */
    String saturated(Map<String, Integer> numbers) {
        SparseVector vector = new SparseVector();
        frequencies.forEach((text, frequency) -> vector.add(number(numbers, text), Bm25.saturated(frequency)));
        return vector.toString();
    }

    private static int number(Map<String, Integer> numbers, String text) {
        Integer number = numbers.get(text);
        if (number == null) {
            throw new IllegalStateException("a term without a number");
        }
        return number;
    }
}
