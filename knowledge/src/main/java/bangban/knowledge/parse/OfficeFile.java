package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What Word and Excel files have in common: telling them apart, and refusing what is encrypted or a bomb. */
final class OfficeFile {

    private static final int MOST_PARTS = 20_000;
    private static final int FIRST_BYTES = 64;

    /** What begins so is no XML, whatever its part's name says, and never becomes a tree. */
    private static final Set<FileMagic> MEDIA = EnumSet.of(
            FileMagic.JPEG,
            FileMagic.GIF,
            FileMagic.PNG,
            FileMagic.TIFF,
            FileMagic.BMP,
            FileMagic.WMF,
            FileMagic.EMF,
            FileMagic.PDF,
            FileMagic.OLE2,
            FileMagic.OOXML);

    private OfficeFile() {}

    /** True where the file is a zip with this part, or is named so. An encrypted file is no zip: its name decides. */
    static boolean is(SourceFile file, String ending, String part) {
        boolean named = file.name().toLowerCase(Locale.ROOT).endsWith(ending);
        FileMagic magic = FileMagic.valueOf(file.bytes());
        return magic == FileMagic.OOXML ? named || hasPart(file, part) : named;
    }

    private static boolean hasPart(SourceFile file, String part) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (int i = 0; i < 50; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return false;
                }
                if (entry.getName().equals(part)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    static void check(SourceFile file, Limits limits) throws ParseException {
        limits.checkBytes(file);
        switch (FileMagic.valueOf(file.bytes())) {
            case OOXML -> checkParts(file, limits);
            case OLE2 -> throw oldOrEncrypted(file);
            default -> throw new ParseException(Reason.CORRUPT, "the file is no Office file, whatever its name says");
        }
        ZipSecureFile.setMinInflateRatio(limits.inflateRatio());
        ZipSecureFile.setMaxEntrySize(limits.allPartsBytes());
    }

    private static ParseException oldOrEncrypted(SourceFile file) {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
            return system.getRoot().hasEntry("EncryptedPackage")
                    ? new ParseException(Reason.ENCRYPTED, "the file is protected by a password")
                    : new ParseException(Reason.UNKNOWN_FORMAT, "the file is in Office's old format");
        } catch (IOException | RuntimeException e) {
            return new ParseException(Reason.CORRUPT, "the file is damaged", e);
        }
    }

    /** Unpacks everything once into nothing: what a part claims to weigh is not to be trusted. */
    private static void checkParts(SourceFile file, Limits limits) throws ParseException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        long trees = 0;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            while (zip.getNextEntry() != null) {
                int first = zip.readNBytes(buffer, 0, FIRST_BYTES);
                boolean media = MEDIA.contains(FileMagic.valueOf(Arrays.copyOf(buffer, first)));
                long left = limits.allPartsBytes() - all;
                long most = media ? left : Math.min(left, Math.min(limits.partBytes(), limits.treeBytes() - trees));
                long size = first + unpacked(zip, buffer, most - first);
                all += size;
                trees += media ? 0 : size;
                parts++;
                if (size > most || parts > MOST_PARTS) {
                    throw Limits.tooLarge("the file unpacks to more than is allowed");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ParseException(Reason.CORRUPT, "the file is damaged", e);
        }
    }

    /** How many bytes are left of the part; somewhat more than {@code most} where they are more. */
    private static long unpacked(InputStream zip, byte[] buffer, long most) throws IOException {
        long size = 0;
        int read = zip.read(buffer);
        while (read >= 0 && size <= most) {
            size += read;
            read = zip.read(buffer);
        }
        return size;
    }

    /** What POI threw, as the reason it stands for. */
    static ParseException failure(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Zip bomb") || message.contains("MAX_ENTRY_SIZE") || message.contains("too large")) {
                return new ParseException(Reason.TOO_LARGE, "the file unpacks to more than is allowed", thrown);
            }
        }
        return new ParseException(Reason.CORRUPT, "the file is damaged", thrown);
    }
}
