package bangban.language.clause;

import bangban.language.clause.ClauseReference.Found;
import bangban.language.clause.ClauseReference.Level;
import bangban.language.clause.ClauseReference.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads clause references out of text. */
final class ClauseFinder {

    private static final String BLANK = "[ \\t\\u3000\\u00A0]*";
    private static final String NUMBER = "[〇○零一二三四五六七八九十百千万两0-9０-９]{1,9}";

    private static final String STEP = "第" + BLANK + "(?:[（(]" + BLANK + "(" + NUMBER + ")" + BLANK + "[）)]|(" + NUMBER
            + "))" + BLANK + "(分编|编|章|节|条|款|项|目)(?!录|标|的地|目)(?:之(" + NUMBER + "))?";
    private static final Pattern ONE_STEP = Pattern.compile(STEP);
    private static final Pattern STEPS = Pattern.compile(STEP + "(?:" + BLANK + STEP + ")*");
    private static final Pattern ANNEX = Pattern.compile("附件" + BLANK + "(" + NUMBER + ")");
    /** Two figures could be an amount; three are a clause number. */
    private static final Pattern DECIMAL = Pattern.compile("(?<![0-9.．])[0-9]{1,3}(?:\\.[0-9]{1,3}){2,5}(?![0-9.])");

    private static final Pattern WHOLE_DECIMAL = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){1,5}");
    private static final Pattern ANY =
            Pattern.compile("(?<steps>" + STEPS + ")|(?<annex>" + ANNEX + ")|(?<decimal>" + DECIMAL + ")");
    private static final Pattern LINK = Pattern.compile("[ \\u3000]*(?:、|，|,|和|或者?|及|以及|至|到)?[ \\u3000]*");

    private ClauseFinder() {}

    static Optional<ClauseReference> match(String text) {
        if (WHOLE_DECIMAL.matcher(text).matches()) {
            return Optional.of(decimal(text));
        }
        Matcher matcher = ANY.matcher(text);
        return matcher.matches() ? read(matcher) : Optional.empty();
    }

    static List<Found> findAll(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = ANY.matcher(text);
        while (matcher.find()) {
            Found before = found.isEmpty() ? null : found.getLast();
            read(matcher).ifPresent(reference -> {
                ClauseReference whole = completed(reference, before, text, matcher.start());
                found.add(new Found(whole, matcher.start(), matcher.end()));
            });
        }
        return found;
    }

    /** 第一款 behind “第二十条第二款、” is 第二十条第一款. */
    private static ClauseReference completed(
            ClauseReference reference, @Nullable Found before, String text, int start) {
        Level first = reference.steps().getFirst().level();
        boolean relative = first == Level.PARAGRAPH || first == Level.ITEM || first == Level.POINT;
        if (!relative
                || before == null
                || !LINK.matcher(text.substring(before.end(), start)).matches()) {
            return reference;
        }
        List<Step> steps = new ArrayList<>();
        for (Step step : before.reference().steps()) {
            if (step.level().compareTo(first) < 0) {
                steps.add(step);
            }
        }
        steps.addAll(reference.steps());
        return new ClauseReference(steps);
    }

    private static Optional<ClauseReference> read(Matcher matcher) {
        String annex = matcher.group("annex");
        if (annex != null) {
            return ChineseNumerals.parse(annex.substring("附件".length())).stream()
                    .mapToObj(number -> new ClauseReference(List.of(new Step(Level.ANNEX, number, 0))))
                    .findFirst();
        }
        String decimal = matcher.group("decimal");
        return decimal != null ? Optional.of(decimal(decimal)) : steps(matcher.group("steps"));
    }

    private static ClauseReference decimal(String text) {
        List<Step> steps = new ArrayList<>();
        for (String figure : text.split("\\.", -1)) {
            steps.add(new Step(Level.DECIMAL, Integer.parseInt(figure), 0));
        }
        return new ClauseReference(steps);
    }

    private static Optional<ClauseReference> steps(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = ONE_STEP.matcher(text);
        while (matcher.find()) {
            String figures = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            int number = ChineseNumerals.parse(figures).orElse(-1);
            String after = matcher.group(4);
            int inserted = after == null ? 0 : ChineseNumerals.parse(after).orElse(0);
            if (number < 0) {
                return Optional.empty();
            }
            steps.add(new Step(Level.of(matcher.group(3)), number, inserted));
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new ClauseReference(steps));
    }
}
