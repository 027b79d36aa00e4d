package bangban.knowledge.chunk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document that is found and quoted as one: usually one 条, a list item with its lead-in, or some rows of a table with
 * their header.
 *
 * @param id {@code documentId#ordinal}
 * @param ordinal place in the document, from 0; neighbours differ by one
 * @param path headings from the document's title down: 采购管理办法 › 第三章 采购方式
 * @param clause as citations write it: 第二十一条, 3.2 炉凉处理, Sheet1!A7:F9
 * @param page where it starts, null where the format has no pages
 * @param start first UTF-16 unit in the outline's text
 * @param end one past the last
 * @param text the outline's text from start to end
 * @param units the smallest citable pieces in order: 款, 项, rows, paragraphs; they lie within start and end
 */
public record Passage(
        String id,
        String documentId,
        int ordinal,
        List<String> path,
        String clause,
        @Nullable Integer page,
        int start,
        int end,
        String text,
        List<PassageUnit> units) {

    public Passage {
        path = List.copyOf(path);
        units = List.copyOf(units);
    }
}
