package bangban.language.encode;

import ai.djl.huggingface.tokenizers.Encoding;
import java.util.Arrays;
import java.util.List;

/**
 * A cross-encoder (Nogueira and Cho, Passage Re-ranking with BERT, 2019) from the weights of bge-small-zh-v1.5, fitted to questions about
 * rules by {@code bench/reranker/train.py} and quantized to int8.
 */
public final class OnnxReranker implements Reranker {

    private static final int QUESTION_TOKENS = 64;
    private static final int TEXT_TOKENS = 150;

    private final BertSession session =
            new BertSession("bangban-reranker.onnx", OnnxTextEncoder.VOCABULARY, "reranker");

    @Override
    public List<Double> scores(String question, List<String> texts) {
        long[] asked = ids(question, QUESTION_TOKENS);
        return session.all(texts, text -> score(asked, ids(text, TEXT_TOKENS)));
    }

    /** [CLS] question [SEP] text [SEP], the text being the second segment. */
    private double score(long[] question, long[] text) {
        long[] ids = Arrays.copyOf(question, question.length + text.length - 1);
        System.arraycopy(text, 1, ids, question.length, text.length - 1);
        long[] types = new long[ids.length];
        Arrays.fill(types, question.length, ids.length, 1);
        return ((float[]) session.run(ids, types))[0];
    }

    /** At most so many, the closing mark always the last. */
    private long[] ids(String text, int most) {
        Encoding encoding = session.tokens(text, most);
        long[] ids = encoding.getIds();
        if (ids.length <= most) {
            return ids;
        }
        long[] first = Arrays.copyOf(ids, most);
        first[most - 1] = ids[ids.length - 1];
        return first;
    }

    @Override
    public void close() {
        session.close();
    }
}
