package bangban.agents.policy;

import bangban.knowledge.place.Reader;
import java.time.LocalDate;
import java.util.List;

/** What the policy agent needs of the knowledge base. */
interface PolicyLibrary {

    /** What the reader may read, in force on the day, the best first. */
    Found search(String query, LocalDate day, Reader reader);

    /** @param documents how many were searched */
    record Found(List<FoundText> texts, int documents) {

        public Found {
            texts = List.copyOf(texts);
        }
    }
}
