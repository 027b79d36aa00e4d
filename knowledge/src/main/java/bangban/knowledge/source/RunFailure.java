package bangban.knowledge.source;

import java.util.List;

/**
 * An address that was not taken.
 *
 * @param reason a {@link bangban.knowledge.fetch.FetchException.Reason}, GONE, FORBIDDEN where the source's owner may
 *     not change the page's document, or what {@link bangban.knowledge.ingest.FolderIngestion.Failed} has
 */
public record RunFailure(String url, String reason, List<String> arguments) {

    public RunFailure {
        arguments = List.copyOf(arguments);
    }
}
