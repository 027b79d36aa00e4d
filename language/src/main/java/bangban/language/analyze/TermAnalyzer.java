package bangban.language.analyze;

import static bangban.language.analyze.Term.Kind.CODE;
import static bangban.language.analyze.Term.Kind.PAIR;
import static bangban.language.analyze.Term.Kind.WORD;

import bangban.language.clause.ClauseReference;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text to terms for word search. Chinese is read twice: as words (HanLP's index mode, which adds the words inside long words) and as
 * overlapping character pairs, which need no dictionary. Latin is lower case and singular; numbers, codes and clause numbers are kept
 * whole. The same analysis serves passages and questions. Safe for use by many threads.
 */
public final class TermAnalyzer {

    /** Changes when the terms do: an index holds the one it was built with. */
    public static final String VERSION = "hanlp-1.8.6-index+pairs/1";

    private static final Pattern LATIN =
            Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}0-9]+(?:[-_./:×*+&][\\p{IsLatin}0-9]+)*[#%℃]?");

    /** GB/T 45438-2025, ISO 9001, YB 4001: written with and without the blank. */
    private static final Pattern STANDARD = Pattern.compile(
            "(?<![a-z])([a-z]{1,5}(?:/[a-z]{1,2})?)[ -]?(\\d{3,6}(?:\\.\\d+)?)(?:[-—](?:19|20)\\d\\d)?");

    private static final Pattern PARTS = Pattern.compile("[^\\p{IsAlphabetic}0-9]+");

    /** 1#, 1号, 一号: the first furnace however written. */
    private static final Pattern UNIT_NUMBER = Pattern.compile("(\\d{1,3}|[一二三四五六七八九十])(?:#|号)");

    private static final String DIGITS = "一二三四五六七八九十";

    private final Segment segment = new ViterbiSegment()
            .enableIndexMode(true)
            .enableAllNamedEntityRecognize(false)
            .enablePartOfSpeechTagging(false);

    /** All terms in order of their start, longer after shorter. */
    public List<Term> terms(String text) {
        return analyze(text, false);
    }

    /** The terms of a question: stop words are left out, and pairs that lie within them; all terms where nothing would be left. */
    public List<Term> queryTerms(String text) {
        List<Term> terms = analyze(text, true);
        return terms.isEmpty() ? terms(text) : terms;
    }

    /** Only Latin words, numbers and codes. */
    public List<Term> latin(String text) {
        String whole = new String(NormalText.of(text));
        List<Term> terms = new ArrayList<>();
        addLatin(whole, terms);
        addCodes(whole, terms);
        return numbered(terms);
    }

    private List<Term> analyze(String text, boolean withoutStopWords) {
        char[] normal = NormalText.of(text);
        String whole = new String(normal);
        List<Term> terms = new ArrayList<>(normal.length * 2);
        addLatin(whole, terms);
        addCodes(whole, terms);
        BitSet stopped = new BitSet();
        forEachRun(normal, (start, end) -> {
            addWords(whole, start, end, withoutStopWords, stopped, terms);
            addPairs(normal, start, end, stopped, terms);
        });
        if (withoutStopWords) {
            terms.removeIf(term -> term.kind() == WORD && StopWords.contains(term.text()));
        }
        return numbered(terms);
    }

    private void addWords(
            String whole, int start, int end, boolean withoutStopWords, BitSet stopped, List<Term> terms) {
        for (com.hankcs.hanlp.seg.common.Term word : segment.seg(whole.substring(start, end))) {
            int from = start + word.offset;
            int to = from + word.length();
            terms.add(new Term(word.word, WORD, from, to, 0));
            if (withoutStopWords && StopWords.contains(word.word)) {
                stopped.set(from, to);
            }
        }
    }

    private static void addPairs(char[] normal, int start, int end, BitSet stopped, List<Term> terms) {
        if (end - start == 1 && !stopped.get(start)) {
            terms.add(new Term(String.valueOf(normal[start]), PAIR, start, end, 0));
        }
        for (int i = start; i + 2 <= end; i++) {
            if (!stopped.get(i) || !stopped.get(i + 1)) {
                terms.add(new Term(new String(normal, i, 2), PAIR, i, i + 2, 0));
            }
        }
    }

    private static void addLatin(String whole, List<Term> terms) {
        Matcher matcher = LATIN.matcher(whole);
        while (matcher.find()) {
            String word = matcher.group();
            terms.add(new Term(EnglishStem.of(word), WORD, matcher.start(), matcher.end(), 0));
            String[] parts = PARTS.split(word);
            if (parts.length > 1) {
                int from = matcher.start();
                for (String part : parts) {
                    from = whole.indexOf(part, from);
                    // a word that begins with a Latin mark which is no letter has an empty first part
                    if (!part.isEmpty()) {
                        terms.add(new Term(EnglishStem.of(part), WORD, from, from + part.length(), 0));
                    }
                    from += part.length();
                }
            }
        }
    }

    private static void addCodes(String whole, List<Term> terms) {
        for (ClauseReference.Found found : ClauseReference.findAll(whole)) {
            terms.add(new Term(found.reference().format(), CODE, found.start(), found.end(), 0));
        }
        Matcher standard = STANDARD.matcher(whole);
        while (standard.find()) {
            terms.add(new Term(standard.group(1) + standard.group(2), CODE, standard.start(), standard.end(), 0));
        }
        Matcher unit = UNIT_NUMBER.matcher(whole);
        while (unit.find()) {
            int digit = DIGITS.indexOf(unit.group(1));
            String number = digit < 0 ? unit.group(1) : String.valueOf(digit + 1);
            terms.add(new Term(number + "#", CODE, unit.start(), unit.end(), 0));
        }
    }

    private static void forEachRun(char[] text, Run run) {
        int start = -1;
        for (int i = 0; i <= text.length; i++) {
            boolean han = i < text.length && NormalText.isHan(text[i]);
            if (han && start < 0) {
                start = i;
            } else if (!han && start >= 0) {
                run.accept(start, i);
                start = -1;
            }
        }
    }

    private static List<Term> numbered(List<Term> terms) {
        terms.sort(Comparator.comparingInt(Term::start).thenComparingInt(Term::end));
        List<Term> numbered = new ArrayList<>(terms.size());
        int position = -1;
        int start = -1;
        for (Term term : terms) {
            if (term.start() != start) {
                start = term.start();
                position++;
            }
            numbered.add(new Term(term.text(), term.kind(), term.start(), term.end(), position));
        }
        return numbered;
    }

    private interface Run {
        void accept(int start, int end);
    }
}
