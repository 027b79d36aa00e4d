package bangban.language.encode;

import java.util.List;

/**
 * A text with the vector of the whole and those of its tokens.
 *
 * @param vector as {@link TextEncoder#encode} gives it
 * @param tokens in order, without the model's own marks; empty where the encoder has none
 */
@SuppressWarnings("ArrayRecordComponent") // computed with, never compared
public record EncodedText(float[] vector, List<Token> tokens) {

    public EncodedText {
        tokens = List.copyOf(tokens);
    }

    /**
     * A token in its context.
     *
     * @param start first UTF-16 unit in the text
     * @param end one past the last
     * @param vector of unit length
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Token(int start, int end, float[] vector) {}
}
