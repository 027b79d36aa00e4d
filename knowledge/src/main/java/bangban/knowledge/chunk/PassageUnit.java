package bangban.knowledge.chunk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest citable piece of a passage.
 *
 * @param clause in full: 第二十一条第三款第二项, Sheet1!A7:F7
 * @param header a row's column names, empty otherwise
 * @param cells a row's cells in the header's order, empty otherwise
 */
public record PassageUnit(
        String clause, @Nullable Integer page, int start, int end, List<String> header, List<String> cells) {

    public PassageUnit {
        header = List.copyOf(header);
        cells = List.copyOf(cells);
    }
}
