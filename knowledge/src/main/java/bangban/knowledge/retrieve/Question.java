package bangban.knowledge.retrieve;

import bangban.language.analyze.Term;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.clause.ClauseReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question as the search reads it.
 *
 * @param clauses what it names: 第二十一条
 * @param pairs distinct character pairs without those of stop words, in order
 * @param codes clause numbers left out: F30001, 1#, gb/t45438
 * @param also rule wordings of what it says, with weights
 */
record Question(
        String text, List<ClauseReference> clauses, List<String> pairs, Set<String> codes, Map<String, Double> also) {

    private static final Pattern CODE = Pattern.compile(".*[0-9].*");

    static Question read(String text, TermAnalyzer analyzer, Synonyms synonyms) {
        List<ClauseReference.Found> clauses = ClauseReference.findAll(text);
        List<Term> terms = analyzer.queryTerms(text);
        List<String> pairs = terms.stream()
                .filter(term -> term.kind() == Term.Kind.PAIR)
                .map(Term::text)
                .distinct()
                .toList();
        Set<String> codes = terms.stream()
                .filter(term -> term.kind() != Term.Kind.PAIR
                        && CODE.matcher(term.text()).matches()
                        && clauses.stream()
                                .noneMatch(found -> term.start() < found.end() && found.start() < term.end()))
                .map(Term::text)
                .collect(Collectors.toUnmodifiableSet());
        return new Question(
                text, clauses.stream().map(ClauseReference.Found::reference).toList(), pairs, codes, synonyms.in(text));
    }

    /** True where it writes the title, with or without the state's name before it and the qualifiers behind it. */
    boolean names(String title) {
        String bare = TITLE_EXTRAS.matcher(title).replaceAll("");
        return bare.length() >= 2 && text.contains(bare);
    }

    private static final Pattern TITLE_EXTRAS = Pattern.compile("中华人民共和国|[《》]|[（(][^）)]*[）)]|\\s");

    boolean namesClause(String clause) {
        return clauses.stream()
                .anyMatch(named -> ClauseReference.parse(clause)
                        .filter(own -> own.contains(named) || named.contains(own))
                        .isPresent());
    }
}
