package bangban.web.paging;

import bangban.web.problem.RequestException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next what {@code after} of the following call is, null on the last page
 */
public record Paged<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 200;

    public Paged {
        items = List.copyOf(items);
    }

    /** @param oneMore up to {@code limit + 1} entries; the one too many only tells that there is a next page */
    public static <S, T> Paged<T> of(List<S> oneMore, int limit, Function<S, String> id, Function<S, T> shown) {
        boolean more = oneMore.size() > limit;
        List<S> page = more ? oneMore.subList(0, limit) : oneMore;
        return new Paged<>(page.stream().map(shown).toList(), more ? id.apply(page.getLast()) : null);
    }

    /**
     * Where a page of a list numbered from the end begins; before the largest number for the first page.
     *
     * @throws RequestException where {@code after} is none that a page gave
     */
    public static long before(@Nullable String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw RequestException.invalid("after", after, "next");
        }
    }

    /** @throws RequestException where the limit is not 1 to 200 */
    public static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw RequestException.invalid("limit", limit, "1 – " + MOST);
        }
        return limit;
    }
}
