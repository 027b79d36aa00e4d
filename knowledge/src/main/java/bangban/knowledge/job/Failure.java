package bangban.knowledge.job;

import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.FailureReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file was not added.
 *
 * @param arguments what the sentence of the reason names
 * @param contents what came of the files inside, null where it holds none or none was tried
 */
record Failure(
        String reason, List<Object> arguments, @Nullable ContentsCount contents) {

    static final String CANCELLED = "CANCELLED";
    static final String INTERRUPTED = "INTERRUPTED";

    Failure {
        arguments = List.copyOf(arguments);
    }

    Failure(String reason) {
        this(reason, List.of(), null);
    }

    /** True where trying the same bytes again may help. */
    boolean bytesStay() {
        return !reason.equals(CANCELLED) && !FailureReason.isOfTheBytes(reason);
    }
}
