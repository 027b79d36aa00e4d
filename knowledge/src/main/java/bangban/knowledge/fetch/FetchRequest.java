package bangban.knowledge.fetch;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param types media types that are of use; empty for all
 * @param etag what the server said of the copy that is kept, null where there is none
 * @param lastModified likewise
 */
public record FetchRequest(
        String url,
        Set<String> types,
        @Nullable String etag,
        @Nullable String lastModified) {

    public FetchRequest {
        types = Set.copyOf(types);
    }

    public FetchRequest(String url, Set<String> types) {
        this(url, types, null, null);
    }
}
