package bangban.knowledge.chunk;

import java.util.List;

/** What of a passage is read by encoders: its path, what a table's columns or a list's lead-in say, and its text. */
public final class PassageText {

    private PassageText() {}

    /** The text to encode: title and headings, the header of its rows where it does not hold it itself, its own text. */
    public static String toEncode(Passage passage) {
        StringBuilder text = new StringBuilder(String.join(" › ", passage.path()));
        for (PassageUnit unit : passage.units()) {
            List<String> header = unit.header();
            if (!header.isEmpty()) {
                String line = String.join(" | ", header);
                if (!passage.text().contains(line)) {
                    text.append('\n').append(line);
                }
                break;
            }
        }
        return text.append('\n').append(passage.text()).toString();
    }
}
