package bangban.knowledge.retrieve;

import bangban.knowledge.chunk.Passage;

/**
 * A passage and why it was found. None of the values alone says that the passage answers the question.
 *
 * @param score the ranking model's; compares within one result only
 * @param wordScore BM25; where word search did not return the passage, the lowest that it returned
 * @param cosine between question and passage as the encoder has them, without the adapter
 * @param coverage share of the question's character pairs, weighted by rarity, that stand in the passage or its headings; 0 to 1
 * @param bestUnit index of the passage's unit that covers most of the question, -1 where it has no units
 */
public record FoundPassage(
        Passage passage, double score, double wordScore, double cosine, double coverage, int bestUnit) {

    public String documentId() {
        return passage.documentId();
    }
}
