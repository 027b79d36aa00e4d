package bangban.agents.policy;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;

/**
 * A passage that the asker may read and that is in force, with its document.
 *
 * @param score the search's; compares within one search only
 * @param cosine between question and passage
 */
record FoundText(KnowledgeDocument document, Passage passage, double score, double cosine) {}
