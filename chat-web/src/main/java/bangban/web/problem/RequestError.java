package bangban.web.problem;

import java.util.Locale;

/** What can be wrong with a request before any feature sees it, or with its form. */
public enum RequestError {
    BAD_REQUEST(400),
    INVALID_VALUE(400),
    FIELD_TOO_LONG(400),
    WEB_ADDRESS(400),
    WEB_SCHEME(400),
    WEB_CREDENTIALS(400),
    WEB_PORT(400),
    WEB_INTERNAL_ADDRESS(400),
    WEB_SPECIAL_ADDRESS(400),
    WEB_UNKNOWN_HOST(400),
    ATTACHMENT_UNKNOWN(400),
    NOT_LOGGED_IN(401),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    SOURCE_BUSY(409),
    NOTHING_TO_RETRY(409),
    ATTACHMENT_NOT_READY(409),
    ATTACHMENT_FAILED(409),
    ATTACHMENT_ELSEWHERE(409),
    ATTACHMENT_SENT(409),
    FILE_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    HOST_NOT_ALLOWED(421),
    QUEUE_FULL(429),
    ATTACHMENT_TOO_MANY(429),
    DISK_FULL(507);

    private final int status;

    RequestError(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
