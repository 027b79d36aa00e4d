package bangban.web.problem;

import java.util.Arrays;
import java.util.List;

/** A request that is refused for its form. */
public final class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RequestError error;
    private final transient List<Object> arguments;

    public RequestException(RequestError error, Object... arguments) {
        super(error.wire() + " " + Arrays.toString(arguments));
        this.error = error;
        this.arguments = List.of(arguments);
    }

    /** A value that cannot be used, with what is allowed instead. */
    public static RequestException invalid(String name, Object value, String allowed) {
        return new RequestException(RequestError.INVALID_VALUE, name, value, allowed);
    }

    /** A value that has more characters than are kept. */
    public static RequestException tooLong(String name, int length, int limit) {
        return new RequestException(RequestError.FIELD_TOO_LONG, name, length, limit);
    }

    RequestError error() {
        return error;
    }

    List<Object> arguments() {
        return arguments;
    }
}
