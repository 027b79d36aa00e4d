package bangban.bench;

import bangban.config.ConfigException;
import bangban.web.phrase.Phrases;
import bangban.web.start.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;

/** What is wrong with what a command was given, in a line. */
final class Complaint {

    private Complaint() {}

    /**
     * Empty where the fault is not the caller's.
     *
     * @param environment decides the language of what the platform itself says
     */
    static Optional<String> of(Throwable failure, Map<String, String> environment) {
        return switch (failure) {
            case StartException known ->
                Optional.of(
                        phrases(environment).text(known.key(), known.arguments().toArray()));
            case ConfigException wrong -> Optional.ofNullable(wrong.getMessage());
            case IllegalArgumentException wrong -> Optional.ofNullable(wrong.getMessage());
            case NoSuchFileException gone -> Optional.of(gone.getFile() + " is not there");
            case FileSystemException closed -> Optional.of(closed.getFile() + " cannot be opened");
            case IOException broken -> Optional.of("reading or writing failed: " + broken.getMessage());
            case UncheckedIOException wrapped when wrapped.getCause() != null -> of(wrapped.getCause(), environment);
            default -> Optional.empty();
        };
    }

    private static Phrases phrases(Map<String, String> environment) {
        return Phrases.ofTerminal(
                environment.getOrDefault("LC_ALL", ""),
                environment.getOrDefault("LC_MESSAGES", ""),
                environment.getOrDefault("LANG", ""));
    }
}
