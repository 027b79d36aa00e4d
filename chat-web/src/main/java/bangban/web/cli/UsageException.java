package bangban.web.cli;

import java.util.List;

/** A command that was written wrongly. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    UsageException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments;
    }
}
