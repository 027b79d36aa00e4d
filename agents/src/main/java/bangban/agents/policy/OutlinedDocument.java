package bangban.agents.policy;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.parse.Outline;

/** A document that the asker may read, with all that it says. */
record OutlinedDocument(KnowledgeDocument document, Outline outline) {}
