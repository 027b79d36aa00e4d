package bangban.knowledge.index;

/** Writes pgvector's {@code sparsevec}, of as many dimensions as it can have. */
final class SparseVector {

    private final StringBuilder text = new StringBuilder("{");

    void add(int index, double value) {
        if (text.length() > 1) {
            text.append(',');
        }
        text.append(index).append(':').append((float) value);
    }

    @Override
    public String toString() {
        return text + "}/1000000000";
    }
}
