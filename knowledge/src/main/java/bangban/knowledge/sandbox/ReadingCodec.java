package bangban.knowledge.sandbox;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.Members;
import bangban.knowledge.parse.Members.Member;
import bangban.knowledge.parse.Members.Refused;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.parse.OutlineCodec;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Reading;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;

/** A reading as bytes and back. Lengths are checked before anything is made from them. */
final class ReadingCodec {

    private static final int DOCUMENT = 1;
    private static final int ARCHIVE = 2;
    private static final int MOST_MEMBERS = 100_000;
    private static final int LONGEST_NAME = 1 << 16;

    private ReadingCodec() {}

    static void write(Reading reading, DataOutputStream out) throws IOException {
        switch (reading) {
            case Reading.Document document -> {
                out.writeByte(DOCUMENT);
                text(document.format().name(), out);
                bytes(OutlineCodec.write(document.outline()), out);
            }
            case Reading.Archive archive -> out.writeByte(ARCHIVE);
        }
        out.writeInt(reading.inside().files().size());
        for (Member member : reading.inside().files()) {
            text(member.path(), out);
            bytes(member.bytes(), out);
        }
        out.writeInt(reading.inside().refused().size());
        for (Refused refused : reading.inside().refused()) {
            text(refused.path(), out);
            text(refused.reason().name(), out);
        }
    }

    /**
     * @param budget bytes that may still come
     * @throws IOException where these are not the bytes of a reading, or more than allowed
     */
    static Reading read(DataInputStream in, Budget budget) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case DOCUMENT -> {
                Format format = constant(Format.class, text(in, budget));
                yield new Reading.Document(format, outline(in, budget), members(in, budget));
            }
            case ARCHIVE -> new Reading.Archive(members(in, budget));
            default -> throw new StreamCorruptedException("no reading begins with " + kind);
        };
    }

    private static Outline outline(DataInputStream in, Budget budget) throws IOException {
        byte[] packed = bytes(in, budget);
        try {
            return OutlineCodec.read(packed, budget.left);
        } catch (UncheckedIOException | JacksonException e) {
            throw new StreamCorruptedException("no outline: " + e.getMessage());
        }
    }

    private static Members members(DataInputStream in, Budget budget) throws IOException {
        List<Member> files = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            files.add(new Member(text(in, budget), bytes(in, budget)));
        }
        List<Refused> refused = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            refused.add(new Refused(text(in, budget), constant(ParseException.Reason.class, text(in, budget))));
        }
        return new Members(files, refused);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_MEMBERS) {
            throw new StreamCorruptedException(count + " files inside");
        }
        return count;
    }

    static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes(bytes.length > LONGEST_NAME ? Arrays.copyOf(bytes, LONGEST_NAME) : bytes, out);
    }

    static String text(DataInputStream in, Budget budget) throws IOException {
        return new String(bytes(in, LONGEST_NAME, budget), StandardCharsets.UTF_8);
    }

    static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInputStream in, Budget budget) throws IOException {
        return bytes(in, Integer.MAX_VALUE, budget);
    }

    private static byte[] bytes(DataInputStream in, int most, Budget budget) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new StreamCorruptedException(length + " bytes announced");
        }
        budget.take(length);
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new StreamCorruptedException("no " + type.getSimpleName() + " is called so");
        }
    }

    /** Bytes that one reply may still bring. */
    static final class Budget {

        private long left;

        Budget(long bytes) {
            left = bytes;
        }

        void take(long bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new OutputLimitException();
            }
        }
    }

    /** A reply that is longer than allowed. */
    static final class OutputLimitException extends IOException {

        private static final long serialVersionUID = 1;

        OutputLimitException() {
            super("more than a reply may bring");
        }
    }
}
