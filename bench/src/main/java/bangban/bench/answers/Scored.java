package bangban.bench.answers;

/**
 * A case and how its answer fared.
 *
 * @param right the answer matches one that is accepted
 * @param headline how the words emphasised at its head fared
 * @param goldFound how many of the gold files are among the ten passages that the search gives first
 * @param goldCited how many of the gold clauses are cited
 * @param citedGold how many of the citations are gold
 * @param valid how many of the citations stand in their document word for word
 * @param sentences statements of fact that were said
 * @param unsupported those of them with a number that no citation has
 * @param leaks citations of documents that the asker may not read
 */
record Scored(
        AnswerCase asked,
        boolean refused,
        boolean right,
        Headline headline,
        int goldFound,
        int goldCited,
        int citedGold,
        int cited,
        int valid,
        int sentences,
        int unsupported,
        int leaks,
        long millis) {

    /** Refused what nothing answers, or answered rightly with a right clause. */
    boolean passed() {
        return asked.answerable() ? right && goldCited > 0 && valid == cited : refused;
    }
}
