package bangban.agents.policy;

import bangban.knowledge.retrieve.Synonyms;
import bangban.language.analyze.Term;
import bangban.language.analyze.TermAnalyzer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The question's terms, each with its weight: the rarer among what was found, the heavier (inverse document frequency, Spärck Jones
 * 1972). A word that was found nowhere weighs most, so that a sentence which misses the very point covers little.
 */
record TermWeights(List<Weighted> terms) {

    private static final double PAIR = 0.4;
    private static final double FOCUS = 2;

    /** A term with the words that rules use for it. */
    record Weighted(Set<String> spellings, double weight) {

        boolean in(String text) {
            return spellings.stream().anyMatch(text::contains);
        }
    }

    TermWeights {
        terms = List.copyOf(terms);
    }

    static TermWeights of(
            String query, String focus, Collection<String> pool, TermAnalyzer analyzer, Synonyms synonyms) {
        Map<String, Double> weights = new TreeMap<>();
        List<Term> terms = analyzer.queryTerms(query);
        for (Term term : terms) {
            boolean tells =
                    term.text().length() > 1 || Character.isDigit(term.text().charAt(0));
            if (tells && (term.kind() != Term.Kind.PAIR || isPartOfWord(term, terms) || isUnknownWord(term, terms))) {
                boolean part = term.kind() == Term.Kind.PAIR && !isUnknownWord(term, terms);
                weights.merge(term.text(), part ? PAIR : 1.0, Math::max);
            }
        }
        Map<String, List<String>> said = synonyms.said(query);
        List<Weighted> weighted = new ArrayList<>();
        weights.forEach((term, weight) -> {
            Set<String> spellings = new HashSet<>(synonyms.written(term));
            spellings.add(term);
            said.forEach((wording, written) -> {
                if (wording.contains(term)) {
                    spellings.addAll(written);
                }
            });
            double factor = focus.contains(term) ? FOCUS : 1;
            weighted.add(new Weighted(spellings, factor * weight * rarity(spellings, pool)));
        });
        return new TermWeights(weighted);
    }

    /** A pair across two words says nothing by itself. */
    private static boolean isPartOfWord(Term pair, List<Term> terms) {
        return terms.stream()
                .anyMatch(word -> word.kind() == Term.Kind.WORD
                        && word.end() - word.start() > 2
                        && word.start() <= pair.start()
                        && pair.end() <= word.end());
    }

    /** Two single characters in a row are mostly a word of the trade that no dictionary has: 坐料. */
    private static boolean isUnknownWord(Term pair, List<Term> terms) {
        return pair.text().length() == 2
                && terms.stream().anyMatch(word -> isSingle(word, pair.start()))
                && terms.stream().anyMatch(word -> isSingle(word, pair.start() + 1));
    }

    private static boolean isSingle(Term term, int start) {
        return term.kind() == Term.Kind.WORD && term.start() == start && term.end() == start + 1;
    }

    private static double rarity(Set<String> spellings, Collection<String> pool) {
        long having = pool.stream()
                .filter(text -> spellings.stream().anyMatch(text::contains))
                .count();
        return Math.log(1 + (pool.size() + 0.5) / (having + 0.5));
    }

    /** The weighted share of terms in {@code text}, 0 to 1. */
    double coverage(String text) {
        return coverage(new String[] {text}, new double[] {1});
    }

    /** The same over several texts; a term counts with the highest discount of those it stands in. */
    double coverage(String[] texts, double[] discounts) {
        double all = 0;
        double covered = 0;
        for (Weighted term : terms) {
            double best = 0;
            for (int i = 0; i < texts.length; i++) {
                if (discounts[i] > best && term.in(texts[i])) {
                    best = discounts[i];
                }
            }
            all += term.weight();
            covered += best * term.weight();
        }
        return all == 0 ? 0 : covered / all;
    }

    /** Share of the heaviest term that none of the texts has, 0 to 1: the very point, where it is missed. */
    double missed(String... texts) {
        double all = terms.stream().mapToDouble(Weighted::weight).sum();
        double most = terms.stream()
                .filter(term -> Arrays.stream(texts).noneMatch(term::in))
                .mapToDouble(Weighted::weight)
                .max()
                .orElse(0);
        return all == 0 ? 0 : most / all;
    }

    /** The sum of the weights of the terms that cover these characters of the question. */
    double weightAt(String question, int start, int end) {
        double weight = 0;
        for (Weighted term : terms) {
            boolean covers = term.spellings().stream().anyMatch(spelling -> {
                for (int at = question.indexOf(spelling); at >= 0; at = question.indexOf(spelling, at + 1)) {
                    if (at < end && start < at + spelling.length()) {
                        return true;
                    }
                }
                return false;
            });
            weight += covers ? term.weight() : 0;
        }
        return weight;
    }

    static String normal(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
