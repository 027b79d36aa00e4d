package bangban.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The folder of text files that an operator edits. */
public final class ConfigFolder {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path root;

    public ConfigFolder(Path root) {
        if (!Files.isDirectory(root)) {
            throw new ConfigException("no configuration folder at " + root + "; set BANGBAN_CONFIG to where it is");
        }
        this.root = root;
    }

    public Path resolve(String relative) {
        return root.resolve(relative);
    }

    /** Reads a YAML file into a record; unknown properties are errors, so that a typing mistake is not silently ignored. */
    public <T> T read(String relative, Class<T> type) {
        Path file = root.resolve(relative);
        try {
            return YAML.readValue(Files.readString(file), type);
        } catch (JacksonException e) {
            throw new ConfigException(
                    root.relativize(file) + ": " + property(e) + firstLine(e.getOriginalMessage()) + at(e), e);
        } catch (IOException e) {
            throw new ConfigException(root.relativize(file) + " cannot be read", e);
        }
    }

    /** A text file as it is. */
    public String text(String relative) {
        try {
            return Files.readString(root.resolve(relative));
        } catch (IOException e) {
            throw new ConfigException(relative + " cannot be read", e);
        }
    }

    public <T> Optional<T> readIfPresent(String relative, Class<T> type) {
        return Files.exists(root.resolve(relative)) ? Optional.of(read(relative, type)) : Optional.empty();
    }

    /** The files of a folder with this ending, by name. */
    public List<String> list(String folder, String ending) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .map(file -> folder + "/" + file.getFileName())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** examples[2]: where in the file it is wrong. */
    private static String property(JacksonException e) {
        StringBuilder property = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            property.append(name == null ? "[" + step.getIndex() + "]" : property.isEmpty() ? name : "." + name);
        }
        return property.isEmpty() ? "" : property + ": ";
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
