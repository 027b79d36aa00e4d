package bangban.language.analyze;

import java.util.function.IntConsumer;

/** Neighbouring Chinese characters as numbers: what {@link Term.Kind#PAIR} terms are, fast enough for every candidate of a search. */
public final class CharacterPairs {

    private CharacterPairs() {}

    /** Gives every overlapping pair of the text, in order, normalized; a character standing alone is no pair here. */
    public static void forEach(CharSequence text, IntConsumer pair) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = NormalText.of(text.charAt(i));
            if (!NormalText.isHan(c)) {
                before = 0;
                continue;
            }
            if (before != 0) {
                pair.accept(number(before, c));
            }
            before = c;
        }
    }

    /** The number of a pair term's text. */
    public static int number(String pair) {
        return pair.length() < 2 ? pair.charAt(0) : number(pair.charAt(0), pair.charAt(1));
    }

    private static int number(char first, char second) {
        return first << 16 | second;
    }
}
