package bangban.knowledge.retrieve;

/**
 * A question's vector, as the encoder gives it and as passages are searched with.
 *
 * @param plain of unit length
 * @param adapted by a {@link QuestionAdapter}, of unit length
 */
@SuppressWarnings("ArrayRecordComponent") // computed with, never compared
record QuestionVector(float[] plain, float[] adapted) {

    static QuestionVector of(float[] plain, QuestionAdapter adapter) {
        return new QuestionVector(plain, adapter.adapt(plain));
    }
}
