package bangban.agents.policy;

/** What stands emphasised at the head of an answer: the few words that the asker came for. */
sealed interface Headline {

    /** Words of the sentence itself. */
    record Words(Phrase.Span span) implements Headline {}

    /** A table's cell. */
    record Cell(RowReading reading) implements Headline {}

    /** Yes or no. */
    record Decision(Verdict verdict) implements Headline {}
}
