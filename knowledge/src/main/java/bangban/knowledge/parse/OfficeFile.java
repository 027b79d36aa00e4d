package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;

/** What Office files have in common: refusing what is encrypted, damaged or a bomb. */
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

    /** True where the file is encrypted as Office encrypts its zips: what it is then, only its name may say. */
    static boolean isEncrypted(SourceFile file) {
        return Ole2Names.of(file.bytes()).contains("EncryptedPackage");
    }

    /** Before a file of Office's zip formats is opened. */
    static void check(SourceFile file, Limits limits) throws ParseException {
        limits.checkBytes(file);
        switch (FileMagic.valueOf(file.bytes())) {
            case OOXML -> checkParts(file, limits);
            case OLE2 ->
                throw isEncrypted(file)
                        ? new ParseException(Reason.ENCRYPTED, "the file is protected by a password")
                        : new ParseException(Reason.CORRUPT, "the file is damaged");
            default -> throw new ParseException(Reason.CORRUPT, "the file is no Office file, whatever its name says");
        }
        ZipSecureFile.setMinInflateRatio(limits.inflateRatio());
        ZipSecureFile.setMaxEntrySize(limits.allPartsBytes());
    }

    /** Before a file of Office's formats until 2003 is opened; its streams become objects that weigh several times their bytes. */
    static void checkOld(SourceFile file, Limits limits) throws ParseException {
        limits.checkBytes(file);
        if (FileMagic.valueOf(file.bytes()) != FileMagic.OLE2) {
            throw new ParseException(Reason.CORRUPT, "the file is no Office file, whatever its name says");
        }
        if (isEncrypted(file)) {
            throw new ParseException(Reason.ENCRYPTED, "the file is protected by a password");
        }
        if (file.bytes().length > limits.allPartsBytes()) {
            throw Limits.tooLarge("the file has more bytes than can be held in memory");
        }
    }

    /** Unpacks everything once into nothing: what a part claims to weigh is not to be trusted. */
    static void checkParts(SourceFile file, Limits limits) throws ParseException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        long trees = 0;
        int parts = 0;
        // the JDK's stream refuses the 64-bit sizes that POI's streaming writer leaves behind every part
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file.bytes()))) {
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
            if (cause instanceof EncryptedDocumentException) {
                return new ParseException(Reason.ENCRYPTED, "the file is protected by a password", thrown);
            }
            if (cause instanceof OldFileFormatException) {
                return new ParseException(Reason.UNKNOWN_FORMAT, "the file is from before Office 97", thrown);
            }
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Zip bomb") || message.contains("MAX_ENTRY_SIZE") || message.contains("too large")) {
                return new ParseException(Reason.TOO_LARGE, "the file unpacks to more than is allowed", thrown);
            }
        }
        return new ParseException(Reason.CORRUPT, "the file is damaged", thrown);
    }
}
