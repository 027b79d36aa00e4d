package bangban.knowledge.crawl;

import java.util.List;

/** What came of one address. */
public sealed interface PageVisit {

    String url();

    /**
     * A page or file that is new or has changed.
     *
     * @param page with what to tell the server next time
     * @param fileName by which a parser knows the format
     * @param bytes as they are to be kept; text in another encoding that only the server named has become UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Found(KnownPage page, String fileName, byte[] bytes) implements PageVisit {

        @Override
        public String url() {
            return page.url();
        }
    }

    /**
     * Its main content is what is kept.
     *
     * @param page with what to tell the server next time
     */
    record Unchanged(KnownPage page) implements PageVisit {

        @Override
        public String url() {
            return page.url();
        }
    }

    /** It was known, and the server says twice that there is nothing, or the page says that it is not to be kept. */
    record Gone(String url) implements PageVisit {}

    /** It is not wanted, or not ours to take. */
    record Skipped(String url, Why why) implements PageVisit {}

    /** Reasons to skip. */
    enum Why {
        ROBOTS,
        NOINDEX,
        DUPLICATE,
        OUTSIDE
    }

    /**
     * It was not got; what is kept of it stays.
     *
     * @param reason a {@link bangban.knowledge.fetch.FetchException.Reason}, or GONE where nobody knew it
     */
    record Failed(String url, String reason, List<String> arguments) implements PageVisit {

        /** Where a link leads nowhere. */
        public static final String GONE = "GONE";

        public Failed {
            arguments = List.copyOf(arguments);
        }
    }
}
