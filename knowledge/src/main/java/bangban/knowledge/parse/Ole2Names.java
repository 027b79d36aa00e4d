package bangban.knowledge.parse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.poifs.filesystem.FileMagic;

/**
 * The names in the directory of an OLE2 file ([MS-CFB], 2.2 and 2.6), which tell Office's old formats apart; read without building the
 * file's streams.
 */
final class Ole2Names {

    private static final int ENTRY_SIZE = 128;
    private static final int LONGEST_NAME = 64;
    private static final int HEADER_SIZE = 512;
    private static final int MOST_SECTORS = 1000;
    private static final int FAT_SECTORS_IN_HEADER = 109;

    private final ByteBuffer file;
    private final int sectorSize;

    private Ole2Names(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        sectorSize = 1 << Math.clamp(file.getShort(30), 7, 12);
    }

    /** Empty where the bytes are no OLE2 file. */
    static Set<String> of(byte[] bytes) {
        return bytes.length < HEADER_SIZE || FileMagic.valueOf(bytes) != FileMagic.OLE2
                ? Set.of()
                : new Ole2Names(bytes).names();
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        int sector = file.getInt(48);
        for (int i = 0; i < MOST_SECTORS && sector >= 0; i++) {
            long start = (sector + 1L) * sectorSize;
            for (long at = start; at < start + sectorSize && at + ENTRY_SIZE <= file.limit(); at += ENTRY_SIZE) {
                int length = file.getShort((int) at + LONGEST_NAME);
                if (length > 2 && length <= LONGEST_NAME) {
                    names.add(new String(file.array(), (int) at, length - 2, StandardCharsets.UTF_16LE));
                }
            }
            sector = next(sector);
        }
        return names;
    }

    /** The sector behind this one by the allocation table; negative where there is none. */
    private int next(int sector) {
        int perSector = sectorSize / Integer.BYTES;
        int table = sector / perSector;
        if (table >= FAT_SECTORS_IN_HEADER) {
            return -1;
        }
        long at = (file.getInt(76 + table * Integer.BYTES) + 1L) * sectorSize
                + (long) (sector % perSector) * Integer.BYTES;
        return at > 0 && at + Integer.BYTES <= file.limit() ? file.getInt((int) at) : -1;
    }
}
