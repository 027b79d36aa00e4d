package bangban.agents.policy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terms that are asked about and terms that are defined. */
final class Definition {

    private static final String WORDS = "[“\"「《]?(?<term>[^，。；：、？?“”\"「」《》]{2,24}?)[”\"」》]?";
    private static final Pattern IN_QUOTES = Pattern.compile("[“\"「『](?<term>[^”\"」』]{1,24})[”\"」』]");
    private static final Pattern[] ASKED = {
        Pattern.compile("^(?:.*?(?:里|中|上|规定|所说|说|称|讲)的)?" + WORDS
                + "(?:，?(?:这个|这)(?:词|说法|概念).{0,10}?)?(?:具体|究竟|到底)?(?:是指|指的是|指|是|叫|算是?|意味着)(?:的是)?(?:什么|啥|哪些|谁|怎样)"),
        Pattern.compile("(?:什么|啥|怎样的?|怎么|如何)(?:才)?(?:是|叫做?|算是?|称为|认定为?|界定|定义)(?:的)?" + WORDS + "(?:[，。？?的]|$)"),
        Pattern.compile("^(?:.*?(?:里|中|上|规定|所说|说|称|讲)的)?" + WORDS + "的?(?:定义|含义|概念|意思)"),
        Pattern.compile(
                "what (?:is|are|does) (?:an? |the )?[“\"]?(?<term>[a-z -]{3,40}?)[”\"]?(?: mean.*| under.*| in .*)?[?.]*$",
                Pattern.CASE_INSENSITIVE),
    };
    private static final Pattern DEFINED = Pattern.compile(
            "(?:^|[，。；、：\\s]|所称的?|所指的?|[)）])[“\"「]?(?<term>[^，。；：“”\"]{1,24}?)[”\"」]?(?:，|：)?\\s*(?:是指|系指|指(?!导|定|挥|标|派|引|数|示)|，?包括|means|refers to)");

    private static final Pattern TAKEN_FOR = Pattern.compile("所称.{1,20}是|是指|，指|means|refers to");

    private Definition() {}

    /** The term that the question wants defined. */
    static Optional<String> asked(String question) {
        Matcher quoted = IN_QUOTES.matcher(question);
        if (quoted.find()) {
            return Optional.of(quoted.group("term"));
        }
        for (Pattern pattern : ASKED) {
            Matcher matcher = pattern.matcher(question);
            if (matcher.find()) {
                return Optional.of(matcher.group("term"));
            }
        }
        return Optional.empty();
    }

    /** How much the term that the sentence defines is the one asked about: Dice coefficient of their characters, 0 to 1. */
    static double defines(String sentence, String term) {
        Matcher matcher = DEFINED.matcher(sentence);
        double most = 0;
        while (matcher.find()) {
            String defined = matcher.group("term");
            most = Math.max(
                    most,
                    defined.endsWith(term) || term.endsWith(defined) && defined.length() > 2 ? 1 : dice(term, defined));
        }
        return most;
    }

    /** True where the sentence defines something, or says what it is to be taken for. */
    static boolean isDefinition(String sentence) {
        return DEFINED.matcher(sentence).find() || TAKEN_FOR.matcher(sentence).find();
    }

    private static double dice(String one, String two) {
        Set<Character> a = characters(one);
        Set<Character> b = characters(two);
        long both = a.stream().filter(b::contains).count();
        return 2.0 * both / Math.max(1, a.size() + b.size());
    }

    private static Set<Character> characters(String text) {
        Set<Character> characters = new HashSet<>();
        for (char c : text.toCharArray()) {
            characters.add(c);
        }
        return characters;
    }
}
