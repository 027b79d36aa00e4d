package bangban.agents.policy;

import bangban.language.sentence.Language;
import bangban.runtime.agent.Question;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes a question that leans on the one before: “那出国呢？” after “出差住宿标准是多少？” asks for “出国住宿标准是多少？”. The new topic
 * takes the place of the word it contrasts with where that can be told, else both are searched together.
 */
final class FollowUp {

    private static final Pattern WHAT_ABOUT = Pattern.compile(
            "^(那么?|如果(是)?|要是|换成|改成|还有|至于)?[，,\\s]*(?<topic>.{1,30}?)(的(话|情况)?)?(呢|又呢|怎么样|如何|又如何|怎么算|多少)[?？。]*$");
    private static final Pattern ENGLISH_WHAT_ABOUT =
            Pattern.compile("^(and )?(what|how) about (?<topic>.{1,60}?)[?.]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEANS = Pattern.compile(
            "^(那|那么|还有|如果|要是|它|这个|这项|这条|该|上面|前面|其中|另外)|^(and|then|what if|does it|is it|that)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int SHORT = 16;

    private FollowUp() {}

    /**
     * A question that stands alone.
     *
     * @param focus what is new in it, empty where it leaned on nothing
     */
    record Completed(String text, String focus) {}

    /** The question, complete in itself; unchanged where it leans on nothing. */
    static Completed complete(Question question) {
        String text = question.text().strip();
        List<Question.Exchange> history = question.history();
        if (history.isEmpty()) {
            return new Completed(text, "");
        }
        String base = base(history);
        Matcher about = (question.language() == Language.CHINESE ? WHAT_ABOUT : ENGLISH_WHAT_ABOUT).matcher(text);
        boolean elliptic =
                text.length() <= 3 * SHORT && about.matches() && (endsAsking(text) || about.group(1) != null);
        if (elliptic) {
            String topic = about.group("topic");
            return new Completed(join(topic, base, question.language()), topic);
        }
        boolean leans = LEANS.matcher(text).find()
                && text.length() <= SHORT * (question.language() == Language.CHINESE ? 1 : 4);
        return leans ? new Completed(join(text, base, question.language()), text) : new Completed(text, "");
    }

    private static boolean endsAsking(String text) {
        return text.contains("呢") || text.toLowerCase(java.util.Locale.ROOT).contains("about");
    }

    /** The last question that stood on its own, so that a chain of follow-ups keeps its subject. */
    private static String base(List<Question.Exchange> history) {
        for (Question.Exchange exchange : history.reversed()) {
            String asked = exchange.question().strip();
            if (!WHAT_ABOUT.matcher(asked).matches() || !asked.contains("呢")) {
                return asked;
            }
        }
        return history.getLast().question().strip();
    }

    private static String join(String topic, String base, Language language) {
        return switch (language) {
            case CHINESE -> topic.replaceAll("[?？。，,\\s]+$", "") + "，" + base;
            case ENGLISH -> topic + ", " + base;
        };
    }
}
