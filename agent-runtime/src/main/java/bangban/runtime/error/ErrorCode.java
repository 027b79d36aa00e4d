package bangban.runtime.error;

import java.util.Locale;

/** Stable codes of what can go wrong; the wire form is the name in lower case with hyphens. */
public enum ErrorCode {
    EMPTY_QUESTION(Kind.USER),
    QUESTION_TOO_LONG(Kind.USER),
    UNKNOWN_AGENT(Kind.USER),
    KEY_REUSED(Kind.USER),
    LOGIN_FAILED(Kind.USER),
    LOGIN_THROTTLED(Kind.USER),
    WRONG_PASSWORD(Kind.USER),
    WEAK_PASSWORD(Kind.USER),
    INVALID_ACCOUNT(Kind.USER),
    ACCOUNT_EXISTS(Kind.USER),
    NOT_FOUND(Kind.USER),
    FORBIDDEN(Kind.USER),
    PLACE_TAKEN(Kind.USER),
    UNKNOWN_ACCOUNT_OR_UNIT(Kind.USER),
    TURN_INTERRUPTED(Kind.TRANSIENT),
    TURN_TIMED_OUT(Kind.TRANSIENT),
    NOT_STORED(Kind.TRANSIENT),
    TOO_BUSY(Kind.TRANSIENT),
    MODEL_UNREACHABLE(Kind.TRANSIENT),
    MODEL_TIMED_OUT(Kind.TRANSIENT),
    MODEL_REJECTED(Kind.INTERNAL),
    MODEL_MALFORMED(Kind.INTERNAL),
    INTERNAL(Kind.INTERNAL);

    /** Whose move is next: the user's, nobody's but time's, or the operator's. */
    public enum Kind {
        USER,
        TRANSIENT,
        INTERNAL
    }

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
