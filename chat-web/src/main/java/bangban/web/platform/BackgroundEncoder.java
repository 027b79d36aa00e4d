package bangban.web.platform;

import bangban.language.encode.EncodedText;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import java.util.List;

/** An encoder that loads while everything else starts. */
final class BackgroundEncoder implements TextEncoder {

    private final BackgroundLoad<TextEncoder> loading = new BackgroundLoad<>("encoder", OnnxTextEncoder::new);

    @Override
    public float[] encode(String text) {
        return loading.get().encode(text);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        return loading.get().encodeAll(texts);
    }

    @Override
    public List<EncodedText> encodeTokens(List<String> texts) {
        return loading.get().encodeTokens(texts);
    }

    @Override
    public int dimensions() {
        return loading.get().dimensions();
    }

    @Override
    public String version() {
        return loading.get().version();
    }

    @Override
    public void close() {
        if (loading.isLoaded()) {
            loading.get().close();
        }
    }
}
