package bangban.web.knowledge;

/** Texts cut to what a record can hold. */
final class Texts {

    private static final int LONGEST = 200;

    private Texts() {}

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
