package bangban.language.encode;

import java.util.List;

/**
 * Reads a question together with each text that may answer it, which sees more than comparing their vectors does. Safe for use by many
 * threads.
 */
public interface Reranker extends AutoCloseable {

    /** How well each text answers, in their order, as the logarithm of odds; what lies beyond the model's window is not read. */
    List<Double> scores(String question, List<String> texts);

    @Override
    void close();
}
