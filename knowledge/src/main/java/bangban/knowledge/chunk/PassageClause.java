package bangban.knowledge.chunk;

import bangban.knowledge.parse.BlockKind;
import java.util.List;

/** What a passage as a whole is cited by. */
final class PassageClause {

    private PassageClause() {}

    static String of(Section section, List<Entry> entries) {
        String first = entries.getFirst().clause();
        String last = entries.getLast().clause();
        if (entries.stream().anyMatch(entry -> entry.clause().contains("!"))) {
            return cells(entries);
        }
        String article = section.article();
        boolean whole = entries.size() == section.blocks().size();
        if (article == null || whole) {
            return article == null ? section.place() : article;
        }
        if (first.equals(last)) {
            return first;
        }
        if (entries.getFirst().paragraph() != entries.getLast().paragraph()) {
            int items = first.indexOf('款') + 1;
            String lastParagraph = last.substring(article.length());
            return (items > 0 && entries.getFirst().block().kind() != BlockKind.ITEM
                            ? first.substring(0, items)
                            : first)
                    + "至" + lastParagraph.substring(0, lastParagraph.indexOf('款') + 1);
        }
        // The lead-in carries the 款 (or the 条) that the list's entries are in.
        if (entries.getFirst().block().kind() != BlockKind.ITEM) {
            return last.startsWith(first) ? first + "第一项至" + entries.getLast().tail() : first;
        }
        return first + "至" + entries.getLast().tail();
    }

    /** Sheet1!A7:F7 to Sheet1!A9:F9 as Sheet1!A7:F9. */
    private static String cells(List<Entry> entries) {
        List<String> ranges = entries.stream()
                .map(Entry::clause)
                .filter(clause -> clause.contains("!"))
                .toList();
        String first = ranges.getFirst();
        String last = ranges.getLast();
        String from = first.contains(":") ? first.substring(0, first.lastIndexOf(':')) : first;
        String to = last.substring(Math.max(last.lastIndexOf(':'), last.lastIndexOf('!')) + 1);
        return first.equals(last) ? first : from + ":" + to;
    }
}
