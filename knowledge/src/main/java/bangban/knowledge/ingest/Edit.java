package bangban.knowledge.ingest;

/** What becomes of one field of a document. */
public sealed interface Edit<T> {

    /** It stays. */
    record Keep<T>() implements Edit<T> {}

    /** It is as if nobody had ever said it: what the file says of itself counts, if it says anything. */
    record Clear<T>() implements Edit<T> {}

    record To<T>(T value) implements Edit<T> {}
}
