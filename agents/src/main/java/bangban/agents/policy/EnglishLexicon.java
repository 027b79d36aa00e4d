package bangban.agents.policy;

import bangban.config.ConfigException;
import bangban.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * English words and phrases with the Chinese that rules use for them, from {@code lexicon/english.csv}: enough to search Chinese
 * documents by an English question when there is no model.
 */
final class EnglishLexicon {

    private static final int LONGEST_PHRASE = 5;

    private final Map<String, List<String>> chinese;

    private EnglishLexicon(Map<String, List<String>> chinese) {
        this.chinese = Map.copyOf(chinese);
    }

    static EnglishLexicon load(ConfigFolder folder) {
        Path file = folder.resolve("lexicon/english.csv");
        Map<String, List<String>> chinese = new HashMap<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                int comma = line.lastIndexOf(',');
                if (comma > 0) {
                    String english = line.substring(0, comma).replace("\"", "").strip();
                    chinese.put(
                            english,
                            List.of(line.substring(comma + 1)
                                    .replace("\"", "")
                                    .strip()
                                    .split("\\|")));
                }
            }
        } catch (IOException e) {
            throw new ConfigException("lexicon/english.csv cannot be read", e);
        }
        return new EnglishLexicon(chinese);
    }

    /** The Chinese for the words of an English text, the longest phrases first, unknown words left out. */
    String chinese(String english) {
        String[] words = english.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9%. -]", " ")
                .strip()
                .split("\\s+");
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < words.length; ) {
            int length = Math.min(LONGEST_PHRASE, words.length - i);
            Optional<List<String>> match = Optional.empty();
            while (length > 0 && (match = find(words, i, length)).isEmpty()) {
                length--;
            }
            match.ifPresent(terms -> found.addAll(terms.subList(0, Math.min(2, terms.size()))));
            i += Math.max(length, 1);
        }
        return String.join(" ", found);
    }

    private Optional<List<String>> find(String[] words, int from, int length) {
        String phrase =
                String.join(" ", List.of(words).subList(from, from + length)).replaceAll("[.]$", "");
        for (String form : List.of(
                phrase,
                phrase.replaceAll("ies$", "y"),
                phrase.replaceAll("es$", ""),
                phrase.replaceAll("s$", ""),
                phrase.replaceAll("(ed|ing)$", ""),
                phrase.replaceAll("(ed|ing)$", "e"))) {
            List<String> match = chinese.get(form);
            if (match != null) {
                return Optional.of(match);
            }
        }
        return Optional.empty();
    }
}
