package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.util.List;

/**
 * The files inside an archive, or on a mail, those of archives inside it among them.
 *
 * @param refused what could not be got out, in the archive's order
 */
public record Members(List<Member> files, List<Refused> refused) {

    /** Of a file that holds none. */
    public static final Members NONE = new Members(List.of(), List.of());

    public Members {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }

    /**
     * A file inside.
     *
     * @param path below the archive, with {@code /} between folders; never absolute, never with {@code ..}
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Member(String path, byte[] bytes) {

        /** As the parsers take it. */
        public SourceFile file() {
            return new SourceFile(path.substring(path.lastIndexOf('/') + 1), bytes);
        }
    }

    /** A file inside that could not be got out; of an archive inside, everything below its path. */
    public record Refused(String path, Reason reason) {}
}
