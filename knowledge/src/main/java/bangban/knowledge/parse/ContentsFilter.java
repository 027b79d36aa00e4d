package bangban.knowledge.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Leaves out a table of contents, whose lines would otherwise count as headings and clauses a second time. */
final class ContentsFilter {

    private static final Pattern TITLE = Pattern.compile("目[ \\u3000]*[录次]|(?i:table of contents|contents)");
    private static final Pattern LEADER =
            Pattern.compile(".{2,60}?[ \\u3000]*(?:[.．·•]{4,}|…{2,}|(?:\\. ){4,})[ \\u3000.…]*[0-9]{1,4}");
    private static final Pattern PAGE_NUMBER = Pattern.compile("[ \\u3000.．·•…]*[0-9]{0,4}$");
    private static final int LONGEST_ENTRY = 60;

    private ContentsFilter() {}

    static List<Piece> without(List<Piece> pieces) {
        List<Piece> kept = new ArrayList<>(pieces.size());
        Set<String> entries = new HashSet<>();
        boolean inContents = false;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Paragraph paragraph) {
                String line = paragraph.text().strip();
                if (TITLE.matcher(line).matches()) {
                    inContents = true;
                    entries.clear();
                    continue;
                }
                if (LEADER.matcher(line).matches()) {
                    continue;
                }
                inContents = inContents && entries.add(key(line)) && isEntry(paragraph, line);
                if (inContents) {
                    continue;
                }
            }
            inContents = false;
            kept.add(piece);
        }
        return kept;
    }

    private static boolean isEntry(Piece.Paragraph paragraph, String line) {
        return paragraph.heading() == 0
                && line.length() <= LONGEST_ENTRY
                && !PlainText.endsSentence(line)
                && (LineStart.of(line).isPresent()
                        || Character.isDigit(line.charAt(line.length() - 1))
                        || line.length() <= 12);
    }

    private static String key(String line) {
        return PAGE_NUMBER.matcher(line).replaceAll("").replaceAll("[ \\u3000]", "");
    }
}
