package bangban.language.analyze;

/** Plural to singular by the three rules of the S-stemmer (Harman, How effective is suffixing?, JASIS 42(1), 1991). */
final class EnglishStem {

    private EnglishStem() {}

    static String of(String word) {
        int length = word.length();
        if (length < 4 || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("es") && !word.endsWith("aes") && !word.endsWith("ees") && !word.endsWith("oes")) {
            return word.substring(0, length - 1);
        }
        return word.endsWith("us") || word.endsWith("ss") ? word : word.substring(0, length - 1);
    }
}
