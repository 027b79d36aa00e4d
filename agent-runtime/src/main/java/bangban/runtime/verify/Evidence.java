package bangban.runtime.verify;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a source that statements rest on, with everything a reader needs to find it again.
 *
 * @param clause 第二十一条第三款, a heading path, or a sheet's range
 * @param page null where the format has no pages
 * @param start first UTF-16 unit in the document's text
 * @param end one past the last
 * @param text the document's text from start to end
 * @param context what names the piece without standing in it: title, headings, a table's header
 */
public record Evidence(
        String documentId,
        String file,
        String title,
        @Nullable String version,
        @Nullable Integer page,
        String clause,
        int start,
        int end,
        String text,
        String context,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String format) {}
