package bangban.knowledge.parse;

/**
 * Bytes to an outline. The interface carries only bytes and values, so a parser may as well run in another process.
 */
public interface DocumentParser {

    /** True where this parser reads such a file, judged by name and first bytes. */
    boolean reads(SourceFile file);

    /** @throws ParseException where the file cannot be read: empty, corrupt, encrypted, too large, without text */
    Outline parse(SourceFile file) throws ParseException;

    /** The same, telling of pages where the format has any that take long. */
    default Outline parse(SourceFile file, PageProgress progress) throws ParseException {
        return parse(file);
    }
}
