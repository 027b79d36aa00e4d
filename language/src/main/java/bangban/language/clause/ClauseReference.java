package bangban.language.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in a rule, from the widest step down: 第三章第二节, 第二十一条第三款第二项, 第十一条之一, 附件1, 3.2.1.
 *
 * @param steps at least one
 */
public record ClauseReference(List<Step> steps) {

    /** What a step counts, in the order in which they nest. */
    public enum Level {
        BOOK("编"),
        PART("分编"),
        CHAPTER("章"),
        SECTION("节"),
        ARTICLE("条"),
        PARAGRAPH("款"),
        ITEM("项"),
        POINT("目"),
        ANNEX("附件"),
        /** One figure of a technical standard's 3.2.1. */
        DECIMAL("");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** The measure word: 条, 款. */
        public String word() {
            return word;
        }

        static Level of(String word) {
            for (Level level : values()) {
                if (level.word.equals(word)) {
                    return level;
                }
            }
            throw new IllegalArgumentException("no level is called " + word);
        }
    }

    /**
     * One step.
     *
     * @param inserted 1 for 第十一条之一, which stands between 第十一条 and 第十二条; 0 where there is no 之
     */
    public record Step(Level level, int number, int inserted) {

        String format() {
            String after = inserted > 0 ? "之" + ChineseNumerals.format(inserted) : "";
            return switch (level) {
                case ANNEX -> "附件" + number + after;
                case DECIMAL -> String.valueOf(number);
                case BOOK, PART, CHAPTER, SECTION, ARTICLE, PARAGRAPH, ITEM, POINT ->
                    "第" + ChineseNumerals.format(number) + level.word() + after;
            };
        }
    }

    public ClauseReference {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a clause reference needs a step");
        }
    }

    /** 第N条, the usual case. */
    public static ClauseReference article(int number) {
        return new ClauseReference(List.of(new Step(Level.ARTICLE, number, 0)));
    }

    /** The reference that the whole text is; empty where it is none or says more than that. */
    public static Optional<ClauseReference> parse(String text) {
        String plain = text.strip();
        return ClauseFinder.match(plain);
    }

    /** The text's reference in the usual writing (第 21 条第（二）项 → 第二十一条第二项), the text itself where it is none. */
    public static String normalize(String text) {
        return parse(text).map(ClauseReference::format).orElse(text);
    }

    /** Every reference in the text, in order, none overlapping another. */
    public static List<Found> findAll(String text) {
        return ClauseFinder.findAll(text);
    }

    /**
     * A reference in a text. 第二十条第一款、第三款 gives two, the second with 第二十条 taken over.
     *
     * @param start first UTF-16 unit
     * @param end one past the last
     */
    public record Found(ClauseReference reference, int start, int end) {}

    /** The number at a level, empty where the reference has no such step. */
    public Optional<Step> step(Level level) {
        return steps.stream().filter(step -> step.level() == level).findFirst();
    }

    /** The 条 that this is or lies in, in the usual writing; empty where it names none. */
    public Optional<String> article() {
        return step(Level.ARTICLE).map(Step::format);
    }

    /** True where the other is this place or lies within it. */
    public boolean contains(ClauseReference other) {
        return other.steps.size() >= steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    /** This place with one more step within it. */
    public ClauseReference within(Level level, int number) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(level, number, 0));
        return new ClauseReference(longer);
    }

    /** The usual writing: 第二十一条第三款第二项. */
    public String format() {
        StringBuilder text = new StringBuilder();
        Level before = null;
        for (Step step : steps) {
            if (before == Level.DECIMAL && step.level() == Level.DECIMAL) {
                text.append('.');
            }
            text.append(step.format());
            before = step.level();
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return format();
    }
}
