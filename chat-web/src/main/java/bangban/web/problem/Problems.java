package bangban.web.problem;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.web.phrase.Phrases;
import bangban.web.start.DiskFull;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;

/** Makes a problem out of whatever was thrown. The text of an exception stays in the log. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Path dataFolder;

    public Problems(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    public Problem of(Throwable failure, Locale locale) {
        Phrases phrases = Phrases.of(locale);
        Optional<Problem> expected = expected(failure, phrases);
        if (expected.isPresent()) {
            return expected.get();
        }
        Optional<RequestError> error = requestError(failure);
        if (error.isPresent()) {
            LOG.debug("request refused", failure);
            return problem(error.get().status(), error.get().wire(), List.of(), phrases);
        }
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().value() == 404) {
            return of(ErrorCode.NOT_FOUND, phrases);
        }
        LOG.error("a request failed", failure);
        return of(ErrorCode.INTERNAL, phrases);
    }

    /** The problem of an error that has no exception, such as a turn's. */
    public static Problem of(ErrorCode code, Phrases phrases) {
        return problem(status(code), code.wire(), List.of(), phrases);
    }

    public static Problem of(RequestError error, Phrases phrases) {
        return problem(error.status(), error.wire(), List.of(), phrases);
    }

    /** The problem of what was thrown on purpose; empty for everything else. */
    public static Optional<Problem> expected(Throwable failure, Phrases phrases) {
        if (failure instanceof PlatformException known && known.code() != ErrorCode.INTERNAL) {
            return Optional.of(problem(status(known.code()), known.code().wire(), known.arguments(), phrases));
        }
        if (failure instanceof RequestException refused) {
            return Optional.of(problem(refused.error().status(), refused.error().wire(), refused.arguments(), phrases));
        }
        return Optional.empty();
    }

    /**
     * A problem that a feature names, such as why a file could not be read.
     *
     * @param arguments what the sentence names
     */
    public static Problem of(int status, String code, List<Object> arguments, Phrases phrases) {
        return problem(status, code, arguments, phrases);
    }

    private static Problem problem(int status, String code, List<Object> arguments, Phrases phrases) {
        Object[] values = arguments.toArray();
        return new Problem(
                "urn:bangban:problem:" + code,
                phrases.text("problem." + code + ".title"),
                status,
                code,
                phrases.text("problem." + code + ".detail", values));
    }

    private Optional<RequestError> requestError(Throwable failure) {
        if (DiskFull.causes(failure, dataFolder)) {
            return Optional.of(RequestError.DISK_FULL);
        }
        if (!(failure instanceof ErrorResponse response)) {
            return Optional.empty();
        }
        HttpStatusCode status = response.getStatusCode();
        return Optional.ofNullable(
                switch (status.value()) {
                    case 400, 422 -> RequestError.BAD_REQUEST;
                    case 401 -> RequestError.NOT_LOGGED_IN;
                    case 405 -> RequestError.METHOD_NOT_ALLOWED;
                    case 406 -> RequestError.NOT_ACCEPTABLE;
                    case 413 -> RequestError.FILE_TOO_LARGE;
                    case 415 -> RequestError.UNSUPPORTED_MEDIA_TYPE;
                    default -> null;
                });
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case EMPTY_QUESTION,
                    QUESTION_TOO_LONG,
                    UNKNOWN_AGENT,
                    WRONG_PASSWORD,
                    WEAK_PASSWORD,
                    INVALID_ACCOUNT,
                    UNKNOWN_ACCOUNT_OR_UNIT -> 400;
            case LOGIN_FAILED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case KEY_REUSED, ACCOUNT_EXISTS, PLACE_TAKEN -> 409;
            case LOGIN_THROTTLED -> 429;
            case INTERNAL -> 500;
            case MODEL_REJECTED, MODEL_MALFORMED -> 502;
            case TURN_INTERRUPTED, TOO_BUSY, MODEL_UNREACHABLE -> 503;
            case TURN_TIMED_OUT, MODEL_TIMED_OUT -> 504;
            case NOT_STORED -> 507;
        };
    }
}
