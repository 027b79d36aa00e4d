package bangban.bench.answers;

import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what was said is what was expected. */
final class Match {

    private static final Pattern MARK = Pattern.compile("\\[\\d+]");
    private static final Pattern ITEM_OF_ARTICLE = Pattern.compile("条第[^款条]+项");
    private static final Pattern PARAGRAPH = Pattern.compile("(?<=条)第[^款条项]+款");
    private static final Pattern CELL = Pattern.compile("(?:^|!)\\$?[A-Z]+\\$?(\\d+)(?=$|:)");
    private static final double SHARED = 0.5;

    private Match() {}

    /**
     * True where one of the spellings stands in the text, layout apart, or where all its numbers do and at least half of its
     * two-character sequences.
     */
    static boolean answer(String text, List<String> accepted) {
        String said = bare(text);
        List<Quantity> numbers = Quantities.in(withoutMarks(text));
        return accepted.stream().anyMatch(gold -> said.contains(bare(gold)) || paraphrase(said, numbers, gold));
    }

    private static boolean paraphrase(String said, List<Quantity> numbers, String gold) {
        List<Quantity> wanted = Quantities.in(gold);
        boolean all = wanted.stream().allMatch(quantity -> numbers.stream().anyMatch(quantity::agreesWith));
        Set<String> pairs = pairs(bare(gold));
        long shared = pairs.stream().filter(said::contains).count();
        boolean onlyNumbers = !wanted.isEmpty() && pairs.size() <= 4;
        return all && (onlyNumbers || shared >= SHARED * pairs.size()) && (!wanted.isEmpty() || pairs.size() > 6);
    }

    /** True where one lies in the other, layout apart, or where all the numbers of one are numbers of the other. */
    static boolean either(String one, String two) {
        String a = bare(one);
        String b = bare(two);
        List<Quantity> first = Quantities.in(one);
        List<Quantity> second = Quantities.in(two);
        return a.contains(b) || b.contains(a) || within(first, second) || within(second, first);
    }

    private static boolean within(List<Quantity> some, List<Quantity> all) {
        return !some.isEmpty() && some.stream().allMatch(each -> all.stream().anyMatch(each::agreesWith));
    }

    /** True where both name the same clause or one lies within the other; an item without its paragraph is that of any paragraph. */
    static boolean clause(String cited, String gold) {
        String a = clauseKey(cited);
        String b = clauseKey(gold);
        if (b.isEmpty() || a.equals(b)) {
            return true;
        }
        if (gold.contains("!")) {
            return cell(cited, gold);
        }
        if (gold.startsWith("第")) {
            return within(a, b) || ITEM_OF_ARTICLE.matcher(b).find() && within(withoutParagraph(a), b);
        }
        return a.endsWith(b) || a.contains(b) || b.contains(a) && a.length() > 2;
    }

    private static boolean within(String cited, String gold) {
        return cited.startsWith(gold) || gold.startsWith(cited) && cited.contains("条");
    }

    private static String withoutParagraph(String clause) {
        return PARAGRAPH.matcher(clause).replaceFirst("");
    }

    /** Sheet!B7 lies in Sheet!A7:F7, and in A7:F7 of a file that has no sheets. */
    private static boolean cell(String cited, String gold) {
        String sheet = gold.substring(0, gold.indexOf('!') + 1);
        return (cited.startsWith(sheet) || !cited.contains("!"))
                && !row(cited).isEmpty()
                && row(cited).equals(row(gold));
    }

    /** Of the first cell that is named; empty where none is. */
    private static String row(String clause) {
        Matcher cell = CELL.matcher(clause);
        return cell.find() ? cell.group(1) : "";
    }

    static boolean file(String cited, String gold) {
        return cited.equals(gold) || cited.endsWith("/" + gold) || gold.endsWith("/" + cited);
    }

    private static String clauseKey(String clause) {
        return clause.replaceAll("[\\s()（）]", "").toLowerCase(Locale.ROOT);
    }

    static String withoutMarks(String text) {
        return MARK.matcher(text).replaceAll("");
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(withoutMarks(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '%' || c == '.')
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
