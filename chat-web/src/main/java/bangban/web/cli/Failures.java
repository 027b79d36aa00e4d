package bangban.web.cli;

import bangban.config.ConfigException;
import bangban.runtime.error.ErrorCode;
import bangban.web.phrase.Phrases;
import bangban.web.problem.Problem;
import bangban.web.problem.Problems;
import bangban.web.problem.RequestError;
import bangban.web.start.DiskFull;
import bangban.web.start.StartException;
import java.io.FileNotFoundException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a terminal says of a failure: the sentence that HTTP has for it, with its code. */
final class Failures {

    static final String UNREADABLE = "file-unreadable";

    private Failures() {}

    /** Empty where nobody foresaw it. The causes are searched, since a start wraps what went wrong. */
    static Optional<String> sentence(Throwable failure, Path home, Phrases phrases) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof StartException known) {
                return Optional.of(phrases.text(known.key(), known.arguments().toArray()));
            }
            if (cause instanceof ConfigException wrong) {
                return Optional.of(phrases.text("start.config", String.valueOf(wrong.getMessage())));
            }
            Optional<Problem> expected = Problems.expected(cause, phrases);
            if (expected.isPresent()) {
                return expected.map(problem -> sentence(problem, phrases));
            }
        }
        if (DiskFull.causes(failure, home)) {
            return Optional.of(sentence(Problems.of(RequestError.DISK_FULL, phrases), phrases));
        }
        return causes.stream()
                .flatMap(cause -> unreadable(cause).stream())
                .findFirst()
                .map(file -> unreadable(file, home, phrases));
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static Optional<String> unreadable(Throwable cause) {
        return switch (cause) {
            case FileSystemException failed -> Optional.ofNullable(failed.getFile());
            case FileNotFoundException missing -> Optional.ofNullable(missing.getMessage());
            default -> Optional.empty();
        };
    }

    private static String unreadable(String file, Path home, Phrases phrases) {
        return Path.of(file).toAbsolutePath().startsWith(home)
                ? phrases.text("start.folder-unwritable", home.toString())
                : coded(phrases.text("cli.cannot-read", file), UNREADABLE, phrases);
    }

    static String internal(Phrases phrases) {
        return sentence(Problems.of(ErrorCode.INTERNAL, phrases), phrases);
    }

    static String sentence(Problem problem, Phrases phrases) {
        return coded(problem.detail(), problem.code(), phrases);
    }

    static String coded(String sentence, String code, Phrases phrases) {
        return code.isEmpty() ? sentence : phrases.text("cli.problem", sentence, code);
    }
}
