package bangban.knowledge.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is counted over all passages. It stands among the terms, under names that no term has, and changes as they do.
 *
 * @param withWords passages that have a word
 * @param words occurrences of words
 */
record PassageCounts(long passages, long withWords, long words, long withPairs, long pairs) {

    private static final String PASSAGES = "#passages";
    private static final String WITH_WORDS = "#with words";
    private static final String WORDS = "#words";
    private static final String WITH_PAIRS = "#with pairs";
    private static final String PAIRS = "#pairs";

    static final PassageCounts NONE = new PassageCounts(0, 0, 0, 0, 0);

    static final List<String> NAMES = List.of(PASSAGES, WITH_WORDS, WORDS, WITH_PAIRS, PAIRS);

    static PassageCounts of(Map<String, TermTable.Counted> counted) {
        return new PassageCounts(
                count(counted, PASSAGES),
                count(counted, WITH_WORDS),
                count(counted, WORDS),
                count(counted, WITH_PAIRS),
                count(counted, PAIRS));
    }

    private static long count(Map<String, TermTable.Counted> counted, String name) {
        TermTable.Counted found = counted.get(name);
        return found == null ? 0 : found.passages();
    }

    PassageCounts plus(TermsOfPassage terms) {
        return new PassageCounts(
                passages + 1,
                withWords + Integer.signum(terms.words()),
                words + terms.words(),
                withPairs + Integer.signum(terms.pairs()),
                pairs + terms.pairs());
    }

    Map<String, Long> byName() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(PASSAGES, passages);
        counts.put(WITH_WORDS, withWords);
        counts.put(WORDS, words);
        counts.put(WITH_PAIRS, withPairs);
        counts.put(PAIRS, pairs);
        return counts;
    }

    double averageLength(boolean pair) {
        return pair ? (double) pairs / Math.max(1, withPairs) : (double) words / Math.max(1, withWords);
    }

    /** Of words and pairs together. */
    double averageLength() {
        return Math.max(1, (double) (words + pairs) / Math.max(1, passages));
    }

    double rarity(boolean pair, long with) {
        return Bm25.rarity(pair ? withPairs : withWords, with);
    }
}
