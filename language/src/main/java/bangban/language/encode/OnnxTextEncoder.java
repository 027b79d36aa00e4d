package bangban.language.encode;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * bge-small-zh-v1.5, quantized to int8, on ONNX Runtime: the [CLS] state, L2-normalized (Xiao et al., C-Pack, SIGIR 2024).
 *
 * <p>One thread an inference: short inputs gain nothing from more, and parallel calls scale better than batches.
 */
public final class OnnxTextEncoder implements TextEncoder {

    private static final String MODEL = "bge-small-zh-v1.5-q";
    private static final int DIMENSIONS = 512;
    private static final int MAX_TOKENS = 512;
    /** A token is rarely longer than this many characters, so what lies beyond never reaches the model. */
    private static final int MAX_CHARACTERS = MAX_TOKENS * 8;

    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final ExecutorService threads;
    private final String version;

    public OnnxTextEncoder() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model = open(MODEL + ".onnx");
                InputStream vocabulary = open(MODEL + "-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // The arena would grow to the longest input ever seen and never shrink.
            options.setCPUArenaAllocator(false);
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary, Map.of("truncation", "true", "maxLength", String.valueOf(MAX_TOKENS)));
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder " + MODEL + " does not load", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        version = MODEL + "/onnxruntime-" + environment.getVersion();
        threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("encoder-", 0).factory());
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = OnnxTextEncoder.class.getResourceAsStream("/" + resource);
        if (stream == null) {
            throw new FileNotFoundException("no " + resource + " on the class path");
        }
        return stream;
    }

    @Override
    public float[] encode(String text) {
        return unit(states(text, tokens(text))[0]);
    }

    private Encoding tokens(String text) {
        return tokenizer.encode(text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text, true, false);
    }

    /** The last layer's state of each token. */
    private float[][] states(String text, Encoding encoding) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {encoding.getIds()});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {encoding.getAttentionMask()});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {encoding.getTypeIds()});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return states[0];
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on a text of " + text.length() + " characters", e);
        }
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        return all(texts, this::encode);
    }

    @Override
    public List<EncodedText> encodeTokens(List<String> texts) {
        return all(texts, this::encodeTokens);
    }

    private EncodedText encodeTokens(String text) {
        Encoding encoding = tokens(text);
        float[][] states = states(text, encoding);
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

    private <T> List<T> all(List<String> texts, Function<String, T> encoding) {
        List<Callable<T>> calls = texts.stream()
                .<Callable<T>>map(text -> () -> encoding.apply(text))
                .toList();
        try {
            return threads.invokeAll(calls).stream()
                    .map(OnnxTextEncoder::result)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while encoding", e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while encoding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("encoding failed", e.getCause());
        }
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
        threads.shutdownNow();
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder does not close", e);
        }
    }
}
