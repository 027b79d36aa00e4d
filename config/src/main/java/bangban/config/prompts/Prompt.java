package bangban.config.prompts;

import bangban.config.ConfigException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system prompt as {@code prompts/<name>.md} gives it. What stands before its first section is for its editors.
 *
 * @param task what the model shall do, from the section {@code ## Task}; may hold <code>{{placeholders}}</code>
 * @param returns what it must return, from the section {@code ## Returns}; likewise
 */
public record Prompt(String name, String task, String returns) {

    private static final int LONGEST = 20_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern SECTION = Pattern.compile("^## +(.*?) *$", Pattern.MULTILINE);

    public Prompt {
        check(name, "Task", task);
        check(name, "Returns", returns);
    }

    private static void check(String name, String section, String text) {
        if (text.isBlank()) {
            throw wrong(name, "the section '## " + section + "' is missing or empty");
        }
        if (text.length() > LONGEST) {
            throw wrong(
                    name,
                    "the section '## " + section + "' has " + text.length() + " characters, allowed are " + LONGEST);
        }
    }

    /** @throws ConfigException naming the file and what is wrong with it */
    static Prompt parse(String name, String markdown) {
        String task = "";
        String returns = "";
        Matcher heading = SECTION.matcher(markdown);
        boolean found = heading.find();
        while (found) {
            String section = heading.group(1);
            int start = heading.end();
            found = heading.find();
            String text = markdown.substring(start, found ? heading.start() : markdown.length())
                    .strip();
            switch (section) {
                case "Task" -> task = text;
                case "Returns" -> returns = text;
                default -> throw wrong(name, "the section '## " + section + "' is unknown, allowed are Task, Returns");
            }
        }
        return new Prompt(name, task, returns);
    }

    private static ConfigException wrong(String name, String what) {
        return new ConfigException("prompts/" + name + ".md: " + what);
    }

    /**
     * The same, with its placeholders checked: for whoever fills them, at start.
     *
     * @throws ConfigException where a needed one is missing or one is not known
     */
    public Prompt holding(Set<String> needed, Set<String> allowed) {
        Set<String> present = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text());
        while (matcher.find()) {
            present.add(matcher.group(1));
        }
        for (String placeholder : new TreeSet<>(needed)) {
            if (!present.contains(placeholder)) {
                throw wrong(name, "{{" + placeholder + "}} is missing");
            }
        }
        for (String placeholder : present) {
            if (!needed.contains(placeholder) && !allowed.contains(placeholder)) {
                Set<String> known = new TreeSet<>(needed);
                known.addAll(allowed);
                throw wrong(name, "{{" + placeholder + "}} is unknown, allowed are " + known);
            }
        }
        return this;
    }

    private String text() {
        return task + "\n\n" + returns;
    }

    /** Task and what to return, with the values in their places. */
    public String filled(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text())
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }
}
