package bangban.knowledge.fetch;

import org.jspecify.annotations.Nullable;

/** What a server answered. */
public sealed interface Fetched {

    /**
     * A resource.
     *
     * @param url where it was found in the end
     * @param type its media type in lower case, without parameters; empty where the server says none
     * @param charset as the server says, null where it does not
     * @param robotsTag the header {@code X-Robots-Tag}, empty where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Content(
            String url,
            String type,
            @Nullable String charset,
            byte[] bytes,
            @Nullable String etag,
            @Nullable String lastModified,
            String robotsTag)
            implements Fetched {}

    /** The copy that is kept is still right. */
    record NotModified(String url) implements Fetched {}

    /** The server knows that there is nothing (404, 410). */
    record Gone(String url, int status) implements Fetched {}
}
