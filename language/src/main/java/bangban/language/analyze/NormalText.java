package bangban.language.analyze;

import com.hankcs.hanlp.dictionary.other.CharTable;

/** Character by character normalization, so that offsets stay those of the original. */
final class NormalText {

    private static final int FULL_WIDTH_SHIFT = 0xFEE0;

    private NormalText() {}

    /** Half-width, lower case, simplified; as long as the text. */
    static char[] of(CharSequence text) {
        char[] normal = new char[text.length()];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = of(text.charAt(i));
        }
        return normal;
    }

    static char of(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        if (c >= '！' && c <= '～') {
            return of((char) (c - FULL_WIDTH_SHIFT));
        }
        return isHan(c) ? CharTable.convert(c) : Character.toLowerCase(c);
    }

    static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || c == '〇' || (c >= '\u3400' && c <= '\u4dbf');
    }
}
