package bangban.knowledge.parse;

import java.nio.charset.StandardCharsets;

/** Cuts rich text into groups, control words and bytes of text (Rich Text Format Specification 1.9.1, “RTF Syntax”). */
final class RtfTokens {

    private static final int LONGEST_WORD = 32;
    private static final int LONGEST_NUMBER = 9;

    private final byte[] bytes;
    private final Listener listener;
    private int at;

    private RtfTokens(byte[] bytes, Listener listener) {
        this.bytes = bytes;
        this.listener = listener;
    }

    /** Hears the tokens in their order. */
    interface Listener {

        int NO_NUMBER = Integer.MIN_VALUE;

        void begin();

        void end();

        /** @param number {@link #NO_NUMBER} where the word has none */
        void word(String word, int number);

        /** A control symbol: {@code *}, {@code ~}. */
        void symbol(char symbol);

        /** A byte of text, in the charset in force. */
        void text(byte value);
    }

    static void read(byte[] bytes, Listener listener) {
        new RtfTokens(bytes, listener).read();
    }

    private void read() {
        while (at < bytes.length) {
            byte value = bytes[at++];
            switch (value) {
                case '{' -> listener.begin();
                case '}' -> listener.end();
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> listener.text(value);
            }
        }
    }

    private void control() {
        if (at >= bytes.length) {
            return;
        }
        if (isLetter(bytes[at])) {
            word();
            return;
        }
        char symbol = (char) (bytes[at++] & 0xFF);
        switch (symbol) {
            case '\'' -> {
                int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
                int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
                if (high >= 0 && low >= 0) {
                    at += 2;
                    listener.text((byte) (high << 4 | low));
                }
            }
            case '{', '}', '\\' -> listener.text((byte) symbol);
            case '\r', '\n' -> listener.word("par", Listener.NO_NUMBER);
            default -> listener.symbol(symbol);
        }
    }

    private void word() {
        int start = at;
        while (at < bytes.length && isLetter(bytes[at]) && at - start < LONGEST_WORD) {
            at++;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
        int number = number();
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        if (word.equals("bin")) {
            at = (int) Math.min(bytes.length, at + (long) Math.max(0, number));
        } else {
            listener.word(word, number);
        }
    }

    private int number() {
        int start = at;
        if (at + 1 < bytes.length && bytes[at] == '-' && isDigit(bytes[at + 1])) {
            at++;
        }
        while (at < bytes.length && isDigit(bytes[at])) {
            at++;
        }
        if (at == start) {
            return Listener.NO_NUMBER;
        }
        int length = Math.min(at - start, LONGEST_NUMBER);
        return Integer.parseInt(new String(bytes, start, length, StandardCharsets.US_ASCII));
    }

    private static boolean isLetter(byte value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }
}
