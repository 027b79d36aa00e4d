package bangban.agents.policy;

import java.util.regex.Pattern;

/** What a rule says to a yes-or-no question. */
enum Polarity {
    FORBIDDEN(
            "不得(?!超过|低于|少于|高于|多于|大于|小于|长于|短于|早于|晚于|迟于)|禁止|严禁|不准|不予|不能(?!超过|低于|少于)|不可(?!抗力|分割)|不允许|无权|不应当?|must not|shall not|may not|cannot|prohibited|not (be )?(allowed|permitted)"),
    UNNECESSARY("无需|不需要?|可以不|不必|免于|not required|need not|no need"),
    REQUIRED("应当|必须|须|应(?!急|收|付|对)|需要?|must|shall|required"),
    ALLOWED("可以|可(?=[^能以])|允许|准予|有权|may |can |allowed|permitted"),
    STATED("");

    private final Pattern pattern;

    Polarity(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    static Polarity of(String sentence) {
        for (Polarity polarity : values()) {
            if (polarity.pattern.matcher(sentence).find()) {
                return polarity;
            }
        }
        return STATED;
    }
}
