package bangban.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code --name value} pairs. */
public record Arguments(Map<String, String> values) {

    public Arguments {
        values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException naming what is unknown or lacks its value */
    public static Arguments parse(String[] args, Set<String> allowed) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException(
                        "'" + args[i] + "' is unknown; allowed are --" + String.join(", --", allowed));
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            values.put(name, args[i + 1]);
        }
        return new Arguments(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Path file(String name) {
        Path file = Path.of(get(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing")));
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("--" + name + " " + file + " cannot be read");
        }
        return file;
    }

    /** The file where the option is given, else empty. */
    public Optional<Path> fileIfGiven(String name) {
        return get(name).map(value -> file(name));
    }

    public int number(String name, int otherwise) {
        String text = get(name).orElse(Integer.toString(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is '" + text + "', allowed is a number", e);
        }
    }

    public Optional<LocalDate> date(String name) {
        return get(name).map(text -> date("--" + name, text));
    }

    /** @throws IllegalArgumentException naming what the text is of */
    public static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is '" + text + "', allowed is a date such as 2025-01-31", e);
        }
    }
}
