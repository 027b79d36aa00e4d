package bangban.agents.policy;

import bangban.language.sentence.Language;
import bangban.language.time.NamedDay;
import bangban.runtime.agent.Question;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message about rules to a typed request, by rules alone. */
final class Understanding {

    private static final Pattern COURTESY = Pattern.compile(
            "^(请问一?下?|请教一?下?|麻烦问一?下?|想问一?下?|问一?下|你好|您好|帮我查一?下?|查一?下|帮忙看看|我想知道|咨询一?下?|(please|could you) tell me|i('d| would) like to know|please)[，,：:\\s]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE_OF = Pattern.compile("^(的时候|时候|的时|时|那时|当时|那会儿?|的)?[，,]?");

    private final EnglishLexicon lexicon;

    Understanding(EnglishLexicon lexicon) {
        this.lexicon = lexicon;
    }

    PolicyRequest understand(Question question) {
        FollowUp.Completed completed = FollowUp.complete(question);
        String complete = COURTESY.matcher(completed.text()).replaceFirst("");
        Language language = question.language();
        QuestionKind kind = QuestionKind.of(complete);
        LocalDate asOf = question.asOf();
        Optional<NamedDay> named = asOf != null ? Optional.empty() : NamedDay.in(complete, question.today());
        String without = named.map(day -> complete.substring(0, day.start())
                        + STATE_OF.matcher(complete.substring(day.end())).replaceFirst(""))
                .orElse(complete);
        LocalDate day = asOf != null ? asOf : named.map(NamedDay::day).orElse(question.today());
        return new PolicyRequest(
                complete,
                without,
                language == Language.ENGLISH ? lexicon.chinese(without) : "",
                completed.focus(),
                kind,
                language,
                day,
                asOf != null || named.isPresent());
    }
}
