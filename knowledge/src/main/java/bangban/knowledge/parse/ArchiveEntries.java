package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The entries of one archive, whatever kind it is. Links are left alone. */
final class ArchiveEntries {

    /** What unpacking may take beside what comes out, in KiB: a dictionary's size is the packer's choice. */
    private static final int MOST_MEMORY = 64 << 10;

    private ArchiveEntries() {}

    /** Takes the files as they come. */
    interface Visitor {

        /** @param name as the archive has it */
        void file(String name, byte[] bytes) throws ParseException;

        void refuse(String name, Reason reason) throws ParseException;
    }

    static void visit(SourceFile archive, ArchiveFormat format, UnpackBudget budget, Visitor visitor)
            throws IOException, ParseException {
        switch (format) {
            case ZIP -> zip(archive, budget, visitor);
            case EMPTY_ZIP -> {}
            case SEVEN_ZIP -> sevenZip(archive, budget, visitor);
            case TAR -> tar(archive.bytes(), budget, visitor);
            case GZIP -> packed(archive, CompressorStreamFactory.GZIP, budget, visitor);
            case BZIP2 -> packed(archive, CompressorStreamFactory.BZIP2, budget, visitor);
            case XZ -> packed(archive, CompressorStreamFactory.XZ, budget, visitor);
            case RAR ->
                throw new ParseException(
                        Reason.UNKNOWN_FORMAT, "a RAR archive is not opened; it must be packed anew as zip");
        }
    }

    private static void zip(SourceFile archive, UnpackBudget budget, Visitor visitor)
            throws IOException, ParseException {
        if (ZipNames.of(archive.bytes()).size() > 10 * UnpackBudget.MOST_MEMBERS - 1) {
            throw Limits.tooLarge("the archive holds too many files");
        }
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive.bytes()))
                .get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                String name = name(entry);
                if (entry.isDirectory() || entry.isUnixSymlink()) {
                    continue;
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    visitor.refuse(name, Reason.ENCRYPTED);
                } else if (!zip.canReadEntryData(entry)) {
                    visitor.refuse(name, Reason.CORRUPT);
                } else {
                    try (InputStream stream = zip.getInputStream(entry)) {
                        visitor.file(name, budget.read(stream));
                    }
                }
            }
        }
    }

    private static String name(ZipArchiveEntry entry) {
        boolean said = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        return said || entry.getRawName() == null ? entry.getName() : MemberName.decoded(entry.getRawName());
    }

    private static void sevenZip(SourceFile archive, UnpackBudget budget, Visitor visitor)
            throws IOException, ParseException {
        try (SevenZFile file = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive.bytes()))
                .setMaxMemoryLimitKiB(MOST_MEMORY)
                .setDefaultName(archive.stem())
                .setUseDefaultNameForUnnamedEntries(true)
                .get()) {
            SevenZArchiveEntry entry = file.getNextEntry();
            while (entry != null) {
                if (!entry.isDirectory() && entry.hasStream()) {
                    visitor.file(entry.getName(), budget.read(file.getInputStream(entry)));
                }
                entry = file.getNextEntry();
            }
        } catch (PasswordRequiredException e) {
            throw new ParseException(Reason.ENCRYPTED, "the archive is protected by a password", e);
        }
    }

    private static void tar(byte[] bytes, UnpackBudget budget, Visitor visitor) throws IOException, ParseException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1.name())) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
                    visitor.file(tarName(entry.getName()), budget.read(tar));
                }
                entry = tar.getNextEntry();
            }
        }
    }

    /** Names in a header are bytes that were read as Latin; those in extended headers are characters already. */
    private static String tarName(String name) {
        boolean bytes = name.chars().allMatch(c -> c <= 0xFF);
        return bytes ? MemberName.decoded(name.getBytes(StandardCharsets.ISO_8859_1)) : name;
    }

    /** A single file, or a tar of many. */
    private static void packed(SourceFile archive, String kind, UnpackBudget budget, Visitor visitor)
            throws IOException, ParseException {
        byte[] bytes;
        try (InputStream stream = new CompressorStreamFactory(true, MOST_MEMORY)
                .createCompressorInputStream(kind, new ByteArrayInputStream(archive.bytes()))) {
            bytes = budget.read(stream);
        } catch (CompressorException e) {
            throw new IOException(e);
        }
        String name = archive.stem();
        if (ArchiveFormat.of(new SourceFile(name, bytes))
                .filter(ArchiveFormat.TAR::equals)
                .isPresent()) {
            tar(bytes, budget, visitor);
        } else {
            boolean tarred = archive.name().toLowerCase(Locale.ROOT).endsWith(".tgz");
            visitor.file(tarred ? name + ".tar" : name, bytes);
        }
    }
}
