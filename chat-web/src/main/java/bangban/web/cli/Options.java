package bangban.web.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind a command: arguments, options with a value, and switches. */
record Options(List<String> arguments, Map<String, String> values, Set<String> switches) {

    Options {
        arguments = List.copyOf(arguments);
        values = Map.copyOf(values);
        switches = Set.copyOf(switches);
    }

    /**
     * Reads {@code --name value}, {@code --name=value} and {@code --switch}; after {@code --} everything is an argument.
     *
     * @throws UsageException for an option that the command does not have
     */
    static Options parse(List<String> words, Set<String> valued, Set<String> plain) {
        List<String> arguments = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        Set<String> switches = new java.util.HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (word.equals("--")) {
                arguments.addAll(words.subList(i + 1, words.size()));
                break;
            } else if (!word.startsWith("--")) {
                arguments.add(word);
            } else if (plain.contains(word)) {
                switches.add(word);
            } else if (!valued.contains(name)) {
                throw new UsageException("cli.unknown-option", name);
            } else if (equals >= 0) {
                values.put(name, word.substring(equals + 1));
            } else if (i + 1 < words.size()) {
                values.put(name, words.get(++i));
            } else {
                throw new UsageException("cli.missing-value", name);
            }
        }
        return new Options(arguments, values, switches);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<LocalDate> date(String name) {
        return value(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new UsageException("cli.bad-value", name, text, "2025-01-31");
            }
        });
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    /** @throws UsageException where there is not exactly one argument */
    String onlyArgument(String what) {
        if (arguments.size() != 1) {
            throw arguments.isEmpty()
                    ? new UsageException("cli.missing-argument", what)
                    : new UsageException("cli.unknown-option", arguments.get(1));
        }
        return arguments.getFirst();
    }
}
