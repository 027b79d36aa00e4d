package bangban.knowledge.retrieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How people say it to how rules write it. One direction only: what rules write is understood already. */
public final class Synonyms {

    public static final Synonyms NONE = new Synonyms(Map.of());

    /** Set by hand, not tuned. */
    private static final double WEIGHT = 0.4;

    private static final int LONGEST = 12;

    private final Map<String, List<String>> wordings;

    private Synonyms(Map<String, List<String>> wordings) {
        this.wordings = wordings;
    }

    /**
     * Reads {@code said,written[,written…]} lines; empty lines and those that begin with # do not count.
     *
     * @throws IllegalArgumentException for a line with less than two fields, naming it
     */
    public static Synonyms parse(List<String> lines) {
        Map<String, List<String>> wordings = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split(",", -1);
            if (fields.length < 2 || fields[0].isBlank() || fields[1].isBlank()) {
                throw new IllegalArgumentException("line " + (i + 1) + " of the synonyms is '" + line
                        + "'; it must be a wording, a comma, and at least one other wording");
            }
            List<String> written = wordings.computeIfAbsent(fields[0].strip(), said -> new ArrayList<>());
            for (int j = 1; j < fields.length; j++) {
                if (!fields[j].isBlank()) {
                    written.add(fields[j].strip());
                }
            }
        }
        return new Synonyms(wordings);
    }

    /** How rules write what is said so; empty where they write the same. */
    public List<String> written(String said) {
        return List.copyOf(wordings.getOrDefault(said, List.of()));
    }

    /** What the question says for which rules have wordings of their own; longest match first, in order, with those wordings. */
    public Map<String, List<String>> said(String question) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        int at = 0;
        while (at < question.length()) {
            int length = longestAt(question, at);
            if (length > 0) {
                String key = question.substring(at, at + length);
                said.put(key, written(key));
            }
            at += Math.max(1, length);
        }
        return said;
    }

    /** The question in the words of rules: each wording by the first that is written for it. */
    public String rewritten(String question) {
        StringBuilder rewritten = new StringBuilder();
        int at = 0;
        while (at < question.length()) {
            int length = longestAt(question, at);
            String key = question.substring(at, at + Math.max(1, length));
            rewritten.append(length == 0 ? key : written(key).getFirst());
            at += key.length();
        }
        return rewritten.toString();
    }

    /** The written wordings for what the question says and does not itself write, with their weight. */
    Map<String, Double> in(String question) {
        Map<String, Double> found = new LinkedHashMap<>();
        said(question).values().stream()
                .flatMap(List::stream)
                .filter(written -> !question.contains(written))
                .forEach(written -> found.put(written, WEIGHT));
        return found;
    }

    private int longestAt(String question, int at) {
        for (int length = Math.min(LONGEST, question.length() - at); length > 0; length--) {
            if (wordings.containsKey(question.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }
}
