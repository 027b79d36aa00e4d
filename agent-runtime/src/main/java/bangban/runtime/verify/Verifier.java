package bangban.runtime.verify;

import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ties statements to evidence: quotes must stand in it word for word; numbers, clauses, titles and codes must occur in it with the same
 * value; a prohibition must be one there as well; and most of the wording must be the source's. It knows no model and errs on the side
 * of striking.
 */
public final class Verifier {

    private static final Pattern TITLE = Pattern.compile("《([^》]{1,80})》");
    private static final Pattern CLAUSE = Pattern.compile("第[零〇一二三四五六七八九十百千两\\d]+[条款项章节编]");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]+[-/]?\\d+[A-Za-z\\d]*");
    private static final Pattern MARKUP = Pattern.compile("\\*\\*|__|^\\s*>\\s?|^\\s*[-*]\\s|`", Pattern.MULTILINE);
    private static final Pattern HEADER_UNIT = Pattern.compile("(?:[（(]|单位[：:]\\s?)(?<unit>[十百千万亿]+[元吨度人])");
    private static final Pattern PROHIBITION = Pattern.compile("不得|禁止|严禁|不准|不予|不能|不可以|不允许");
    private static final Pattern NEGATION = Pattern.compile(
            "不得|禁止|严禁|不准|不予|不能|不可|不允许|不许|不应|不宜|无权|未经|否则"
                    + "|(?:must|shall|may|can|could|should) ?not|prohibit|forbid|not (?:be )?(?:allowed|permitted)",
            Pattern.CASE_INSENSITIVE);
    /** Share of a Chinese statement's two-character sequences that its evidence must have. */
    private static final double WORDING = 0.55;

    public Verdict check(Statement statement) {
        return switch (statement) {
            case Statement.Frame frame -> frame(frame);
            case Statement.Quote quote -> quote(quote);
            case Statement.Fact fact -> fact(fact);
            case Statement.Unsourced ignored -> new Verdict.Unsourced();
        };
    }

    private static Verdict frame(Statement.Frame frame) {
        String text = plain(frame.text());
        if (!Quantities.in(text).isEmpty()) {
            return new Verdict.Unsupported(text);
        }
        return firstMatch(text, List.of(TITLE, CLAUSE))
                .<Verdict>map(Verdict.Unsupported::new)
                .orElseGet(Verdict.NotFactual::new);
    }

    /** Numbers apart, since a decimal point is more than layout. */
    private static Verdict quote(Statement.Quote quote) {
        String source = quote.evidence().text();
        if (!bare(source).contains(bare(quote.text()))) {
            return new Verdict.Unsupported(quote.text());
        }
        return missingNumber(plain(quote.text()), source)
                .<Verdict>map(Verdict.Unsupported::new)
                .orElseGet(Verdict.Supported::new);
    }

    private static Verdict fact(Statement.Fact fact) {
        String text = plain(fact.text());
        StringBuilder all = new StringBuilder();
        for (Evidence evidence : fact.evidence()) {
            all.append(evidence.title())
                    .append('\n')
                    .append(evidence.context())
                    .append('\n')
                    .append(evidence.clause())
                    .append('\n')
                    .append(evidence.text())
                    .append('\n');
        }
        String source = all.toString();
        return missingName(text, source)
                .or(() -> missingNumber(text, source))
                .or(() -> missingProhibition(text, source))
                .or(() -> foreignWording(text, source))
                .<Verdict>map(Verdict.Unsupported::new)
                .orElseGet(Verdict.Supported::new);
    }

    private static Optional<String> missingName(String text, String source) {
        String bareSource = bare(source);
        for (Pattern pattern : List.of(TITLE, CLAUSE, CODE)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String name = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
                if (!bareSource.contains(bare(name))) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missingNumber(String text, String source) {
        List<Quantity> known = new ArrayList<>(Quantities.in(source));
        known.addAll(inUnitsOfHeaders(known, source));
        for (Quantity quantity : Quantities.in(text)) {
            if (known.stream().noneMatch(quantity::agreesWith)) {
                return Optional.of(text.substring(quantity.start(), quantity.end()));
            }
        }
        return Optional.empty();
    }

    /** 20 under the header 限额（万元） is 20万元. */
    private static List<Quantity> inUnitsOfHeaders(List<Quantity> plain, String source) {
        List<Quantity> scaled = new ArrayList<>();
        Matcher header = HEADER_UNIT.matcher(source);
        while (header.find()) {
            for (Quantity one : Quantities.in("1" + header.group("unit"))) {
                plain.stream()
                        .filter(quantity -> quantity.unit().isEmpty())
                        .map(quantity -> new Quantity(
                                quantity.start(),
                                quantity.end(),
                                quantity.value().multiply(one.value()),
                                one.unit()))
                        .forEach(scaled::add);
            }
        }
        return scaled;
    }

    private static Optional<String> missingProhibition(String text, String source) {
        Matcher matcher = PROHIBITION.matcher(text);
        return matcher.find() && !NEGATION.matcher(source).find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Optional<String> foreignWording(String text, String source) {
        Set<String> known = new HashSet<>(bigrams(source));
        List<String> used = bigrams(text);
        if (used.size() < 3) {
            return Optional.empty();
        }
        long shared = used.stream().filter(known::contains).count();
        return shared < WORDING * used.size() ? Optional.of(text) : Optional.empty();
    }

    private static List<String> bigrams(String text) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (isHan(text.charAt(i)) && isHan(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static Optional<String> firstMatch(String text, List<Pattern> patterns) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static String plain(String markdown) {
        return MARKUP.matcher(markdown).replaceAll("");
    }

    /** Letters and digits only, so that layout and punctuation do not matter. */
    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        plain(text).codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
