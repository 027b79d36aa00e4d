package bangban.knowledge.parse;

/**
 * A file to parse.
 *
 * @param name the file's name with its ending, without folders
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record SourceFile(String name, byte[] bytes) {}
