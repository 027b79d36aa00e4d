package bangban.knowledge.parse;

import bangban.language.clause.ChineseNumerals;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number a line starts with.
 *
 * @param label as written, without the mark or blank behind it: 第二十一条, 3.2, （一）
 * @param number its last figure, to tell siblings
 * @param rest what follows, stripped
 * @param apart true where a blank, a colon or the line's end stands behind the number
 */
record LineStart(Kind kind, String label, int number, String rest, boolean apart) {

    /** The kinds of number, from the widest down. */
    enum Kind {
        ANNEX(2),
        BOOK(2),
        CHAPTER(3),
        SECTION(4),
        ARTICLE(0),
        CHINESE(5),
        FIGURE(6),
        DECIMAL(7),
        BRACKETED(0),
        BRACKETED_FIGURE(0),
        POINT(0),
        BULLET(0);

        private final int heading;

        Kind(int heading) {
            this.heading = heading;
        }

        /** The level of a heading so numbered. */
        int heading() {
            return heading;
        }
    }

    private static final String BLANK = "[ \\t\\u3000]";
    private static final String NUMBER = "[〇零一二三四五六七八九十百千万0-9０-９]{1,8}";

    private static final Pattern UNIT = Pattern.compile(
            "第" + BLANK + "*(" + NUMBER + ")" + BLANK + "*(分编|编|篇|部分|章|节|条)(之[一二三四五六七八九十]{1,3})?(?<after>.*)");
    private static final Pattern ANNEX =
            Pattern.compile("(附件|附录|附表)" + BLANK + "*(" + NUMBER + "|[A-Z])?(?<after>(?:[：:．.\\u3000 \\p{IsHan}].*)?)");
    private static final Pattern BRACKETED = Pattern.compile("[（(]([一二三四五六七八九十百]{1,4})[）)](?<after>.*)");
    private static final Pattern BRACKETED_FIGURE = Pattern.compile("[（(]([0-9０-９]{1,3})[）)](?<after>.*)");
    private static final Pattern HALF_BRACKET = Pattern.compile("([0-9]{1,2})[）)](?<after>.*)");
    private static final Pattern CHINESE = Pattern.compile("([一二三四五六七八九十]{1,3})[、．.](?<after>.*)");
    private static final Pattern DECIMAL = Pattern.compile(
            "([A-Z]?[0-9]{1,3}(?:[.．][0-9]{1,3}){1,5})[.．]?(?<after>[ \\t\\u3000].*|[\\p{IsHan}“《].*|)");
    private static final Pattern FIGURE = Pattern.compile("([0-9]{1,3})(?<after>[.．、](?![0-9]).*|[ \\t\\u3000].+)");
    private static final Pattern POINT = Pattern.compile("([①-⑳]|[a-zA-Z][)）])(?<after>.*)");
    private static final Pattern BULLET = Pattern.compile("([•●○■◆▪·‣–◦])" + BLANK + "*(?<after>.+)");

    private static final String INNER_BULLET = "◦";

    /** The mark of an entry at this level of a list, 0 the outermost. */
    static String bullet(int level) {
        return level == 0 ? "•" : INNER_BULLET;
    }

    static Optional<LineStart> of(String line) {
        return unit(line)
                .or(() -> find(ANNEX, Kind.ANNEX, line))
                .or(() -> find(BRACKETED, Kind.BRACKETED, line))
                .or(() -> find(BRACKETED_FIGURE, Kind.BRACKETED_FIGURE, line))
                .or(() -> find(HALF_BRACKET, Kind.BRACKETED_FIGURE, line))
                .or(() -> find(CHINESE, Kind.CHINESE, line))
                .or(() -> find(DECIMAL, Kind.DECIMAL, line))
                .or(() -> find(FIGURE, Kind.FIGURE, line))
                .or(() -> find(POINT, Kind.POINT, line))
                .or(() -> find(BULLET, Kind.BULLET, line));
    }

    private static Optional<LineStart> unit(String line) {
        Matcher matcher = UNIT.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Kind kind = switch (matcher.group(2)) {
            case "章" -> Kind.CHAPTER;
            case "节" -> Kind.SECTION;
            case "条" -> Kind.ARTICLE;
            default -> Kind.BOOK;
        };
        return Optional.of(start(
                kind, line, matcher, ChineseNumerals.parse(matcher.group(1)).orElse(0)));
    }

    private static Optional<LineStart> find(Pattern pattern, Kind kind, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(start(kind, line, matcher, number(matcher))) : Optional.empty();
    }

    private static int number(Matcher matcher) {
        String figures = matcher.groupCount() > 2 ? matcher.group(2) : matcher.group(1);
        if (figures == null || figures.isEmpty()) {
            return 0;
        }
        String last = figures.substring(Math.max(figures.lastIndexOf('.'), figures.lastIndexOf('．')) + 1);
        char c = last.charAt(0);
        return c >= '①' && c <= '⑳' ? c - '①' + 1 : ChineseNumerals.parse(last).orElse(0);
    }

    private static LineStart start(Kind kind, String line, Matcher matcher, int number) {
        String after = matcher.group("after");
        String label = line.substring(0, line.length() - after.length()).strip();
        boolean apart = after.isEmpty() || " \t\u3000：:．.、【（(".indexOf(after.charAt(0)) >= 0;
        String rest = after.replaceFirst("^[ \\t\\u3000：:．.、]+", "").strip();
        String bare = kind == Kind.CHINESE || kind == Kind.DECIMAL ? label.replaceFirst("[、．.]$", "") : label;
        return new LineStart(kind, bare, number, rest, apart);
    }

    /** How deep a decimal number is: 2 for 3.2. */
    int depth() {
        return 1 + (int) label.chars().filter(c -> c == '.' || c == '．').count();
    }

    /** The level of a heading with this number, 0 where headings are not numbered so. */
    int headingLevel() {
        return kind == Kind.DECIMAL ? kind.heading() + depth() - 2 : kind.heading();
    }

    /** The level of a list's entry with this number. */
    int itemLevel() {
        return switch (kind) {
            case BRACKETED, CHINESE -> 1;
            case FIGURE, BRACKETED_FIGURE, DECIMAL -> 2;
            case BULLET -> label.equals(INNER_BULLET) ? 3 : 2;
            case POINT -> 3;
            case ANNEX, BOOK, CHAPTER, SECTION, ARTICLE -> 0;
        };
    }

    boolean follows(LineStart before) {
        return kind == before.kind && depth() == before.depth() && number == before.number + 1;
    }
}
