package bangban.web.platform;

import bangban.language.encode.EncodedText;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** An encoder that loads while everything else starts; whoever needs it first waits for it. */
final class BackgroundEncoder implements TextEncoder {

    private final CompletableFuture<TextEncoder> loading;

    private BackgroundEncoder(CompletableFuture<TextEncoder> loading) {
        this.loading = loading;
    }

    static BackgroundEncoder load() {
        return load(OnnxTextEncoder::new);
    }

    static BackgroundEncoder load(Supplier<TextEncoder> encoder) {
        CompletableFuture<TextEncoder> loading = new CompletableFuture<>();
        loading.completeAsync(
                encoder,
                work -> Thread.ofPlatform().daemon().name("encoder-load").start(work));
        return new BackgroundEncoder(loading);
    }

    private TextEncoder loaded() {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the encoder does not load", e.getCause());
        }
    }

    @Override
    public float[] encode(String text) {
        return loaded().encode(text);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        return loaded().encodeAll(texts);
    }

    @Override
    public List<EncodedText> encodeTokens(List<String> texts) {
        return loaded().encodeTokens(texts);
    }

    @Override
    public int dimensions() {
        return loaded().dimensions();
    }

    @Override
    public String version() {
        return loaded().version();
    }

    @Override
    public void close() {
        if (loading.isDone() && !loading.isCompletedExceptionally()) {
            loading.join().close();
        }
    }
}
