package bangban.knowledge.retrieve;

import java.time.Duration;
import java.util.List;

/**
 * What was found.
 *
 * @param passages the best first
 * @param documentsSearched how many documents the reader could have found something in
 * @param candidates how many passages were looked at closely
 */
public record SearchResult(List<FoundPassage> passages, int documentsSearched, int candidates, Duration took) {

    public SearchResult {
        passages = List.copyOf(passages);
    }
}
