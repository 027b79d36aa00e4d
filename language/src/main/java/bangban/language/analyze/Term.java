package bangban.language.analyze;

/**
 * One term of a text.
 *
 * @param text normalized: half-width, lower case, simplified
 * @param kind pairs and words of equal text are different terms
 * @param start first UTF-16 unit in the original text
 * @param end one past the last
 * @param position ordinal of the term's start among all starts, from 0; terms that begin at the same place share it
 */
public record Term(String text, Kind kind, int start, int end, int position) {

    /** What sort of term. */
    public enum Kind {
        /** A word, a number or a stem. */
        WORD,
        /** Two neighbouring Chinese characters, or one standing alone. */
        PAIR,
        /** A clause number, a standard's or a part's code, kept whole beside its words. */
        CODE
    }
}
