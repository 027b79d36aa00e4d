package bangban.knowledge.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may still come out of an archive and of all archives inside it together. */
final class UnpackBudget {

    static final int MOST_MEMBERS = 2_000;
    /** What may come out of a file however small: below it, no ratio tells a bomb from a table of zeros. */
    private static final long SMALL = 32L << 20;

    private final long mostBytes;
    private long bytes;
    private int members;
    private boolean spent;

    UnpackBudget(long packed, Limits limits) {
        long byRatio = (long) Math.min(packed / limits.inflateRatio(), Long.MAX_VALUE / 2.0);
        this.mostBytes = Math.min(limits.allPartsBytes(), Math.max(SMALL, byRatio));
    }

    /** True once something was refused: then nothing more may be unpacked. */
    boolean isSpent() {
        return spent;
    }

    void countMember() throws ParseException {
        members++;
        if (members > MOST_MEMBERS) {
            throw spent("the archive holds more than " + MOST_MEMBERS + " files");
        }
    }

    byte[] read(InputStream stream) throws IOException, ParseException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        int read = stream.read(buffer);
        while (read >= 0) {
            bytes += read;
            if (bytes > mostBytes) {
                throw spent("the archive unpacks to more than is allowed");
            }
            out.write(buffer, 0, read);
            read = stream.read(buffer);
        }
        return out.toByteArray();
    }

    private ParseException spent(String message) {
        spent = true;
        return Limits.tooLarge(message);
    }
}
