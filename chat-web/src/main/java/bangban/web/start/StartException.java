package bangban.web.start;

import java.util.Arrays;
import java.util.List;

/** The platform cannot start, for a reason that the operator can mend; the key names the sentence that says so. */
public class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    public StartException(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
