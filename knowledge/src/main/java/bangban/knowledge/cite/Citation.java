package bangban.knowledge.cite;

import bangban.knowledge.catalog.Format;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer's sentence is from, so that a reader can open it and look.
 *
 * @param page counted from 1, null where the format has no pages
 * @param clause 第二十一条第三款, a heading path, or Sheet1!A7:F7
 * @param start first UTF-16 unit in the outline's text
 * @param end one past the last
 * @param quote the text from start to end
 */
public record Citation(
        String documentId,
        String file,
        String title,
        @Nullable String version,
        @Nullable Integer page,
        String clause,
        int start,
        int end,
        String quote,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Format format) {}
