package bangban.language.sentence;

/** The two languages people ask in. */
public enum Language {
    CHINESE("zh"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** English where a text has Latin words and hardly any Han characters, else Chinese. */
    public static Language of(String text) {
        long han = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        long latin = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin > 3 * han && latin > 3 ? ENGLISH : CHINESE;
    }
}
