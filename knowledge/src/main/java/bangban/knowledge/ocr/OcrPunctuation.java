package bangban.knowledge.ocr;

import java.text.Normalizer;

/**
 * Sets what a recogniser confuses as it cannot see the difference: letters and figures are half-width, punctuation is full-width beside
 * Chinese and half-width elsewhere.
 */
final class OcrPunctuation {

    private static final String HALF = ",;:?!()";
    private static final String FULL = "，；：？！（）";

    private OcrPunctuation() {}

    static String normalised(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if ((c >= '０' && c <= '９')
                    || (c >= 'Ａ' && c <= 'Ｚ')
                    || (c >= 'ａ' && c <= 'ｚ')
                    || "－％＋＝／＜＞．".indexOf(c) >= 0) {
                characters[i] = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                        .charAt(0);
            }
        }
        for (int i = 0; i < characters.length; i++) {
            characters[i] = mark(characters, i);
        }
        pairBrackets(characters);
        return new String(characters);
    }

    private static char mark(char[] text, int i) {
        char c = text[i];
        char before = beside(text, i, -1);
        char after = beside(text, i, 1);
        int half = HALF.indexOf(c);
        int full = FULL.indexOf(c);
        if (full >= 0 && isFigure(before) && isFigure(after) && "，：".indexOf(c) >= 0) {
            return HALF.charAt(full);
        }
        if (half >= 0 && (isChinese(before) || isChinese(after)) && !(isFigure(before) && isFigure(after))) {
            return FULL.charAt(half);
        }
        return c == '.' && isChinese(before) && (after == 0 || isChinese(after)) ? '。' : c;
    }

    /** Both brackets of a pair are of one width: full where either is. */
    private static void pairBrackets(char[] text) {
        int open = -1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '(' || text[i] == '（') {
                open = i;
            } else if ((text[i] == ')' || text[i] == '）') && open >= 0) {
                boolean full = text[open] == '（' || text[i] == '）';
                text[open] = full ? '（' : '(';
                text[i] = full ? '）' : ')';
                open = -1;
            }
        }
    }

    /** The next character that is no blank, 0 where there is none. */
    private static char beside(char[] text, int from, int step) {
        int i = from + step;
        while (i >= 0 && i < text.length && Character.isSpaceChar(text[i])) {
            i += step;
        }
        return i >= 0 && i < text.length ? text[i] : 0;
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isChinese(char c) {
        return Character.isIdeographic(c) || "，。；：？！（）《》〈〉【】、“”‘’…".indexOf(c) >= 0;
    }
}
