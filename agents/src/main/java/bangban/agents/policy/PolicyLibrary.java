package bangban.agents.policy;

import bangban.knowledge.place.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What the policy agent needs of the knowledge base. */
interface PolicyLibrary {

    /** What the reader may read, in force on the day, the best first. */
    Found search(String query, LocalDate day, Reader reader);

    /** The same within these documents, whether in force or not. */
    Found searchIn(Set<String> documents, String query, Reader reader);

    /** How these documents are made up, in their order; what the reader may not read is left out. */
    List<OutlinedDocument> outlined(List<String> documents, Reader reader);

    /** How much of a text's character pairs, weighted by their rarity in the library, another text has: 0 to 1. */
    ToDoubleFunction<String> coverage(String of);

    /** @param documents how many were searched */
    record Found(List<FoundText> texts, int documents) {

        public Found {
            texts = List.copyOf(texts);
        }
    }
}
