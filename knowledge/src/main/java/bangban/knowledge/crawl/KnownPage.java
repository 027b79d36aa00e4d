package bangban.knowledge.crawl;

import org.jspecify.annotations.Nullable;

/**
 * A page as the walk before left it.
 *
 * @param textHash of its main content
 */
public record KnownPage(
        String url, @Nullable String etag, @Nullable String lastModified, String textHash) {}
