package bangban.bench.answers;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words emphasised at the head of an answer, which are all that many readers read, held against what was expected. */
enum Headline {
    NONE,
    RIGHT,
    WRONG;

    private static final Pattern EMPHASISED = Pattern.compile("^\\*\\*(?<words>[^*]+)\\*\\*[：:]");
    /** Whose rule counts is said of a ruling, not of the answer. */
    private static final Pattern RULING = Pattern.compile("^按.{1,30}规定执行$|规定不一致$|applies$|differ\\.?$");

    private static final Pattern NO = Pattern.compile(
            "^(一般)?(不(?!低于|少于|超过|小于|大于|得(超过|少于|低于|高于|短于|多于))|无需|否|没|禁止|严禁|免|generally no|no\\b|not\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YES =
            Pattern.compile("^(可以|有条件可以|需要|能|是|会|要|应当|必须|允许|有|yes\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERDICT = Pattern.compile(
            "^((一般)?不可以|有条件可以|可以|不需要|需要|yes(, on a condition)?|(generally )?no|not required)$",
            Pattern.CASE_INSENSITIVE);

    /** Right where the words lie in an accepted answer or it in them, name its numbers, or decide as it does. */
    static Headline of(String text, List<String> accepted) {
        Matcher emphasised = EMPHASISED.matcher(text);
        if (accepted.isEmpty()
                || !emphasised.find()
                || RULING.matcher(emphasised.group("words")).find()) {
            return NONE;
        }
        String words = emphasised.group("words");
        if (VERDICT.matcher(words).matches()) {
            return accepted.stream()
                    .map(Headline::decides)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(decided -> decides(words).equals(Optional.of(decided)) ? RIGHT : WRONG)
                    .orElse(NONE);
        }
        return accepted.stream().anyMatch(gold -> Match.either(words, gold)) ? RIGHT : WRONG;
    }

    /** True for yes, false for no, empty where the answer decides nothing. */
    private static Optional<Boolean> decides(String answer) {
        if (NO.matcher(answer.strip()).find()) {
            return Optional.of(false);
        }
        return YES.matcher(answer.strip()).find() ? Optional.of(true) : Optional.empty();
    }
}
