package bangban.web.platform;

import bangban.language.encode.OnnxReranker;
import bangban.language.encode.Reranker;
import java.util.List;

/** A reranker that loads while everything else starts. */
final class BackgroundReranker implements Reranker {

    private final BackgroundLoad<Reranker> loading = new BackgroundLoad<>("reranker", OnnxReranker::new);

    @Override
    public List<Double> scores(String question, List<String> texts) {
        return loading.get().scores(question, texts);
    }

    @Override
    public void close() {
        if (loading.isLoaded()) {
            loading.get().close();
        }
    }
}
