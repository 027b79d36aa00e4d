package bangban.agents.policy;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;

/**
 * A sentence, or a table's row, that may answer.
 *
 * @param text the sentence; for a row its cells, each behind its column's name
 * @param leadIn the words before a list that its items complete, empty otherwise
 * @param context title, headings and neighbouring words that say what the sentence is about
 * @param start first UTF-16 unit in the document's text
 * @param end one past the last
 * @param rank of the passage among those found, from 0
 */
record Candidate(
        KnowledgeDocument document,
        Passage passage,
        PassageUnit unit,
        String text,
        String leadIn,
        String context,
        int start,
        int end,
        int rank) {}
