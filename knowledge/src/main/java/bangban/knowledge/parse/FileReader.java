package bangban.knowledge.parse;

/** Untrusted bytes to what they say, whatever the format. Safe for use by many threads. */
public interface FileReader {

    /**
     * @param progress told of pages where the format has any that take long
     * @throws ParseException where the file cannot be read: empty, corrupt, encrypted, too large, without text, of no known format, or
     *     not within its time
     */
    Reading read(SourceFile file, PageProgress progress) throws ParseException;
}
