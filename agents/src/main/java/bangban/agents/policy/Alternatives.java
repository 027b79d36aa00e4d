package bangban.agents.policy;

import bangban.config.ConfigException;
import bangban.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words of which one excludes the others, from {@code lexicon/alternatives.csv}: a rule for women says nothing of men, however close the
 * two sentences lie for an encoder.
 */
final class Alternatives {

    static final Alternatives NONE = new Alternatives(List.of());

    private final List<List<String>> groups;

    private Alternatives(List<List<String>> groups) {
        this.groups = List.copyOf(groups);
    }

    /**
     * Reads one group a line, its words parted by commas; empty lines and those that begin with # do not count.
     *
     * @throws ConfigException for a group of less than two words, naming its line
     */
    static Alternatives load(ConfigFolder folder) {
        Path file = folder.resolve("lexicon/alternatives.csv");
        try {
            return parse(Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException e) {
            throw new ConfigException("lexicon/alternatives.csv cannot be read", e);
        }
    }

    static Alternatives parse(List<String> lines) {
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> words = List.of(line.split("\\s*,\\s*"));
            if (words.size() < 2) {
                throw new ConfigException("line " + (i + 1) + " of lexicon/alternatives.csv is '" + line
                        + "'; it must name at least two words");
            }
            groups.add(words.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList());
        }
        return new Alternatives(groups);
    }

    /** True where the question names one word of a group and the text only others. */
    boolean exclude(String question, String text) {
        return groups.stream().anyMatch(group -> {
            Set<String> asked = in(question, group);
            Set<String> said = in(text, group);
            return !asked.isEmpty() && !said.isEmpty() && asked.stream().noneMatch(said::contains);
        });
    }

    /** Longer words first, so that 无固定期限 is not read as 固定期限. */
    private static Set<String> in(String text, List<String> group) {
        Set<String> found = new HashSet<>();
        String rest = text;
        for (String word : group) {
            if (rest.contains(word)) {
                found.add(word);
                rest = rest.replace(word, "\n");
            }
        }
        return found;
    }
}
