package bangban.language.encode;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A model of BERT's kind on ONNX Runtime with its tokenizer; safe for use by many threads.
 *
 * <p>One thread an inference: short inputs gain nothing from more, and parallel calls scale better than batches.
 */
final class BertSession implements AutoCloseable {

    static final int MAX_TOKENS = 512;
    /** A token is rarely longer than this many characters, so what lies beyond never reaches the model. */
    private static final int CHARACTERS_A_TOKEN = 8;

    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final ExecutorService threads;
    private final String name;

    /**
     * Loads them from the class path.
     *
     * @param threads name of the threads on which many texts are computed
     */
    BertSession(String model, String vocabulary, String threads) {
        this.name = model;
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream graph = open(model);
                InputStream tokens = open(vocabulary)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // The arena would grow to the longest input ever seen and never shrink.
            options.setCPUArenaAllocator(false);
            session = environment.createSession(graph.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    tokens, Map.of("truncation", "true", "maxLength", String.valueOf(MAX_TOKENS)));
        } catch (OrtException e) {
            throw new IllegalStateException("the model " + model + " does not load", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name(threads + "-", 0).factory());
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = BertSession.class.getResourceAsStream("/" + resource);
        if (stream == null) {
            throw new FileNotFoundException("no " + resource + " on the class path");
        }
        return stream;
    }

    static String runtimeVersion() {
        return "onnxruntime-" + OrtEnvironment.getEnvironment().getVersion();
    }

    /** With the marks at both ends; what lies beyond {@code most} tokens may be left out. */
    Encoding tokens(String text, int most) {
        int characters = most * CHARACTERS_A_TOKEN;
        return tokenizer.encode(text.length() > characters ? text.substring(0, characters) : text, true, false);
    }

    /** The first output for one row of tokens, as ONNX Runtime gives it. */
    Object run(long[] ids, long[] types) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor tokens = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor attended = OnnxTensor.createTensor(environment, new long[][] {mask});
                OnnxTensor segments = OnnxTensor.createTensor(environment, new long[][] {types});
                OrtSession.Result result = session.run(
                        Map.of("input_ids", tokens, "attention_mask", attended, "token_type_ids", segments))) {
            return result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException(name + " failed on " + ids.length + " tokens", e);
        }
    }

    /** All of them, on as many threads as there are processors, in their order. */
    <T> List<T> all(List<String> texts, Function<String, T> work) {
        List<Callable<T>> calls =
                texts.stream().<Callable<T>>map(text -> () -> work.apply(text)).toList();
        try {
            return threads.invokeAll(calls).stream().map(BertSession::result).toList();
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

    @Override
    public void close() {
        threads.shutdownNow();
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(name + " does not close", e);
        }
    }
}
