package bangban.knowledge.parse;

import java.util.Locale;

/**
 * A file to parse.
 *
 * @param name the file's name with its ending, without folders
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record SourceFile(String name, byte[] bytes) {

    /** True where the name has one of these endings, each with its dot and in small letters. */
    boolean isNamed(String... endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** The name without its ending. */
    String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
