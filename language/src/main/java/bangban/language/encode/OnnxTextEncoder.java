package bangban.language.encode;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.List;

/** bge-small-zh-v1.5, quantized to int8: the [CLS] state, L2-normalized (Xiao et al., C-Pack, SIGIR 2024). */
public final class OnnxTextEncoder implements TextEncoder {

    static final String VOCABULARY = "bge-small-zh-v1.5-q-tokenizer.json";

    private static final String MODEL = "bge-small-zh-v1.5-q";
    private static final int DIMENSIONS = 512;

    private final BertSession session = new BertSession(MODEL + ".onnx", VOCABULARY, "encoder");
    private final String version = MODEL + "/" + BertSession.runtimeVersion();

    @Override
    public float[] encode(String text) {
        return unit(states(tokens(text))[0]);
    }

    private Encoding tokens(String text) {
        return session.tokens(text, BertSession.MAX_TOKENS);
    }

    /** The last layer's state of each token. */
    private float[][] states(Encoding encoding) {
        return ((float[][][]) session.run(encoding.getIds(), encoding.getTypeIds()))[0];
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        return session.all(texts, this::encode);
    }

    @Override
    public List<EncodedText> encodeTokens(List<String> texts) {
        return session.all(texts, this::encodeTokens);
    }

    private EncodedText encodeTokens(String text) {
        Encoding encoding = tokens(text);
        float[][] states = states(encoding);
        CharSpan[] spans = encoding.getCharTokenSpans();
        long[] marks = encoding.getSpecialTokenMask();
        int[] units = unitsOfCodePoints(text);
        List<EncodedText.Token> tokens = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            if (marks[i] == 0 && spans[i] != null) {
                tokens.add(
                        new EncodedText.Token(units[spans[i].getStart()], units[spans[i].getEnd()], unit(states[i])));
            }
        }
        return new EncodedText(unit(states[0]), tokens);
    }

    /** Where each code point begins, with the text's length last; the tokenizer counts in code points. */
    private static int[] unitsOfCodePoints(String text) {
        int[] units = new int[text.codePointCount(0, text.length()) + 1];
        for (int point = 0, unit = 0; point < units.length; point++) {
            units[point] = unit;
            unit += unit < text.length() ? Character.charCount(text.codePointAt(unit)) : 0;
        }
        return units;
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        float scale = (float) (1 / Math.sqrt(Math.max(square, 1e-24)));
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = vector[i] * scale;
        }
        return unit;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        session.close();
    }
}
