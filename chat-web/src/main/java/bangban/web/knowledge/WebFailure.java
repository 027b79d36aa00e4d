package bangban.web.knowledge;

import bangban.knowledge.fetch.FetchException;
import bangban.knowledge.fetch.FetchException.Reason;
import bangban.web.phrase.Phrases;
import bangban.web.platform.FileFailure;
import bangban.web.problem.Problem;
import bangban.web.problem.Problems;
import bangban.web.problem.RequestError;
import bangban.web.problem.RequestException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Why something of the web was not taken, in words. */
final class WebFailure {

    private static final int FAILED = 422;
    private static final Set<String> OF_THE_WEB =
            Arrays.stream(Reason.values()).map(Reason::name).collect(Collectors.toUnmodifiableSet());

    private WebFailure() {}

    /** What is refused before anything is asked for. */
    static RequestException refused(FetchException refusal) {
        RequestError error = switch (refusal.reason()) {
            case SCHEME -> RequestError.WEB_SCHEME;
            case CREDENTIALS -> RequestError.WEB_CREDENTIALS;
            case PORT -> RequestError.WEB_PORT;
            case INTERNAL_ADDRESS -> RequestError.WEB_INTERNAL_ADDRESS;
            case SPECIAL_ADDRESS -> RequestError.WEB_SPECIAL_ADDRESS;
            case UNKNOWN_HOST -> RequestError.WEB_UNKNOWN_HOST;
            case ADDRESS,
                    UNREACHABLE,
                    CERTIFICATE,
                    TOO_SLOW,
                    TOO_LARGE,
                    CONTENT_TYPE,
                    TOO_MANY_REDIRECTS,
                    DOWNGRADE,
                    STATUS -> RequestError.WEB_ADDRESS;
        };
        return new RequestException(error, refusal.arguments().toArray());
    }

    /**
     * Of a run or of one of its addresses.
     *
     * @param folder where documents are kept; a failure without a reason on a full disk is the disk's
     */
    static Problem problem(String reason, List<String> arguments, Phrases phrases, Path folder) {
        return Problems.of(FAILED, code(reason, folder), List.copyOf(arguments), phrases);
    }

    private static String code(String reason, Path folder) {
        boolean web = OF_THE_WEB.contains(reason) && !reason.equals(Reason.TOO_LARGE.name());
        return switch (reason) {
            case "GONE", "FORBIDDEN" -> "web-" + reason.toLowerCase(Locale.ROOT);
            case "EMPTY", "NO_TEXT" -> "web-no-text";
            default ->
                web ? "web-" + reason.toLowerCase(Locale.ROOT).replace('_', '-') : FileFailure.code(reason, folder);
        };
    }
}
