package bangban.knowledge.parse;

/** Told of each page that is done, on the thread that parses. Recognising text takes seconds a page, so this shows that it goes on. */
public interface PageProgress {

    PageProgress NONE = (done, total, recognised) -> {};

    /**
     * @param done pages so far, from 1
     * @param recognised true where the page is a picture whose text was recognised
     */
    void page(int done, int total, boolean recognised);
}
