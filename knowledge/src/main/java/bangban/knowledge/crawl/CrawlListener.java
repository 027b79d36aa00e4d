package bangban.knowledge.crawl;

/** Hears what a walk finds, on the walk's thread and in its order. */
public interface CrawlListener {

    void visited(PageVisit visit);

    /** @param waiting addresses that are known of and still to be asked for */
    void waiting(int waiting);
}
