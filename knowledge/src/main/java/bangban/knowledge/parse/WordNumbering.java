package bangban.knowledge.parse;

import bangban.language.clause.ChineseNumerals;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;

/** The numbers that Word shows before paragraphs but does not store in them. Paragraphs must be asked for in reading order. */
final class WordNumbering {

    private static final int LEVELS = 9;
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final @Nullable XWPFNumbering numbering;
    private final WordStyles styles;
    /** By abstract list: the last number at each level, -1 before the first. */
    private final Map<BigInteger, int[]> counters = new HashMap<>();

    private final Map<BigInteger, Boolean> started = new HashMap<>();

    WordNumbering(XWPFDocument document, WordStyles styles) {
        this.numbering = document.getNumbering();
        this.styles = styles;
    }

    /** What stands before the paragraph's text, with the blank behind it; empty where it has no number. */
    String next(XWPFParagraph paragraph) {
        WordStyles.ListLevel list = styles.list(paragraph);
        XWPFNum num = list == null || numbering == null ? null : numbering.getNum(list.list());
        if (list == null || numbering == null || num == null || list.level() >= LEVELS) {
            return "";
        }
        BigInteger abstractId = num.getCTNum().getAbstractNumId().getVal();
        XWPFAbstractNum abstractNum = numbering.getAbstractNum(abstractId);
        CTLvl level = abstractNum == null ? null : level(num, abstractNum, list.level());
        if (abstractNum == null || level == null) {
            return "";
        }
        int[] numbers = counters.computeIfAbsent(abstractId, id -> unstarted());
        if (started.putIfAbsent(list.list(), true) == null) {
            override(num, numbers);
        }
        int at = list.level();
        numbers[at] = numbers[at] < 0 ? start(level) : numbers[at] + 1;
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            numbers[deeper] = -1;
        }
        return visible(num, abstractNum, level, numbers);
    }

    private static int[] unstarted() {
        int[] numbers = new int[LEVELS];
        Arrays.fill(numbers, -1);
        return numbers;
    }

    private static void override(XWPFNum num, int[] numbers) {
        for (CTNumLvl override : num.getCTNum().getLvlOverrideList()) {
            int at = override.getIlvl().intValue();
            if (override.isSetStartOverride() && at < LEVELS) {
                numbers[at] = override.getStartOverride().getVal().intValue() - 1;
            }
        }
    }

    private static @Nullable CTLvl level(XWPFNum num, XWPFAbstractNum abstractNum, int at) {
        for (CTNumLvl override : num.getCTNum().getLvlOverrideList()) {
            if (override.getIlvl().intValue() == at && override.isSetLvl()) {
                return override.getLvl();
            }
        }
        for (CTLvl level : abstractNum.getCTAbstractNum().getLvlList()) {
            if (level.getIlvl().intValue() == at) {
                return level;
            }
        }
        return null;
    }

    private static int start(CTLvl level) {
        return level.isSetStart() ? level.getStart().getVal().intValue() : 1;
    }

    private static String format(CTLvl level) {
        return level.isSetNumFmt() ? level.getNumFmt().getVal().toString() : "decimal";
    }

    private static String visible(XWPFNum num, XWPFAbstractNum abstractNum, CTLvl level, int[] numbers) {
        if (format(level).equals("bullet")) {
            return "• ";
        }
        if (format(level).equals("none") || !level.isSetLvlText()) {
            return "";
        }
        String text = String.valueOf(level.getLvlText().getVal());
        for (int i = 0; i < LEVELS; i++) {
            String place = "%" + (i + 1);
            if (text.contains(place)) {
                CTLvl of = level(num, abstractNum, i);
                int number = numbers[i] < 0 ? (of == null ? 1 : start(of)) : numbers[i];
                String format = of == null || level.isSetIsLgl() ? "decimal" : format(of);
                text = text.replace(place, number(number, format));
            }
        }
        boolean tight = suffix(level).equals("nothing");
        return text.isBlank() || tight ? text : text.stripTrailing() + " ";
    }

    /** What parts number and text: tab, space or nothing. POI's small schema has no class for it. */
    private static String suffix(CTLvl level) {
        try (XmlCursor cursor = level.newCursor()) {
            String value =
                    cursor.toChild(new QName(WORD, "suff")) ? cursor.getAttributeText(new QName(WORD, "val")) : null;
            return value == null ? "tab" : value;
        }
    }

    static String number(int number, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "ideographDigital",
                    "japaneseCounting",
                    "chineseLegalSimplified",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" ->
                number >= 0 && number < 100_000 ? ChineseNumerals.format(number) : String.valueOf(number);
            case "decimalZero" -> String.format(Locale.ROOT, "%02d", number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number >= 1 && number <= 20 ? String.valueOf((char) ('①' + number - 1)) : String.valueOf(number);
            case "ideographTraditional" ->
                number >= 1 && number <= 10 ? String.valueOf("甲乙丙丁戊己庚辛壬癸".charAt(number - 1)) : String.valueOf(number);
            default -> String.valueOf(number);
        };
    }

    /** A to Z, then AA, BB as Word counts. */
    private static String letters(int number) {
        return number < 1
                ? ""
                : String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder text = new StringBuilder();
        int rest = Math.clamp(number, 0, 3999);
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                text.append(signs[i]);
                rest -= values[i];
            }
        }
        return text.toString();
    }
}
