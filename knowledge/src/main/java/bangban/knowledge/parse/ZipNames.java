package bangban.knowledge.parse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names in a zip's central directory (APPNOTE.TXT, 4.3.12), read without unpacking anything, so that telling a file's format costs
 * little whatever it holds.
 */
final class ZipNames {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MOST = 20_000;

    private ZipNames() {}

    /** Empty where the bytes are no zip or its directory is lost. */
    static Set<String> of(byte[] bytes) {
        Set<String> names = new LinkedHashSet<>();
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = directory(zip);
        while (at >= 0 && at + ENTRY_SIZE <= bytes.length && names.size() < MOST && zip.getInt(at) == ENTRY_SIGNATURE) {
            int length = zip.getShort(at + 28) & 0xFFFF;
            if (at + ENTRY_SIZE + length > bytes.length) {
                break;
            }
            names.add(new String(bytes, at + ENTRY_SIZE, length, StandardCharsets.UTF_8));
            at += ENTRY_SIZE + length + (zip.getShort(at + 30) & 0xFFFF) + (zip.getShort(at + 32) & 0xFFFF);
        }
        return names;
    }

    /** Where the directory begins, -1 where there is none. What stands before the zip, in a self-extracting one say, moves it. */
    private static int directory(ByteBuffer zip) {
        int last = zip.limit() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END_SIGNATURE) {
                long size = zip.getInt(at + 12) & 0xFFFFFFFFL;
                return size <= at ? (int) (at - size) : -1;
            }
        }
        return -1;
    }
}
