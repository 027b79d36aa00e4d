package bangban.knowledge.ingest;

import org.jspecify.annotations.Nullable;

/** How long what is said of a document may be, in UTF-16 units; the catalogue's columns are at least as wide. */
final class FieldLimits {

    static final int FILE = 1000;
    static final int TITLE = 500;
    static final int ORG = 1000;
    static final int OWNER = 200;
    static final int DOMAIN = 200;
    /** With a comma between two. The column holds them as JSON, where a control character becomes six. */
    static final int TAGS = 500;

    static final int VERSION = 200;
    static final int SUPERSEDES = 1000;

    private FieldLimits() {}

    static void check(String field, @Nullable String value, int limit) {
        if (value != null && value.length() > limit) {
            throw new FieldTooLongException(field, value.length(), limit);
        }
    }

    /** What nobody said but a file holds is cut and not refused. */
    static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
