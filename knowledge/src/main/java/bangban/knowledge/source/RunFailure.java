package bangban.knowledge.source;

import java.util.List;

/**
 * An address that was not taken.
 *
 * @param reason a {@link bangban.knowledge.fetch.FetchException.Reason}, GONE, a {@link bangban.knowledge.parse.ParseException.Reason},
 *     FIELD_TOO_LONG, DISK_FULL or INTERNAL
 */
public record RunFailure(String url, String reason, List<String> arguments) {

    public RunFailure {
        arguments = List.copyOf(arguments);
    }
}
