package bangban.knowledge.retrieve;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is sought.
 *
 * @param asOf the day on which the documents must be in force, null for documents whether in force or not
 * @param k how many passages at most
 * @param documentIds an empty set does not restrict; the same for domains and tags
 */
public record SearchRequest(
        String text, @Nullable LocalDate asOf, int k, Set<String> documentIds, Set<String> domains, Set<String> tags) {

    public SearchRequest {
        if (k < 1) {
            throw new IllegalArgumentException("k is " + k + ", at least 1 is allowed");
        }
        documentIds = Set.copyOf(documentIds);
        domains = Set.copyOf(domains);
        tags = Set.copyOf(tags);
    }

    public SearchRequest(String text, LocalDate asOf, int k) {
        this(text, asOf, k, Set.of(), Set.of(), Set.of());
    }
}
