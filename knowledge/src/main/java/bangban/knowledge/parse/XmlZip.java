package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * The XML parts of a zip (ODF, EPUB). They are read by Jsoup's XML parser, which knows no document types and no entities from
 * elsewhere.
 */
final class XmlZip {

    private final SourceFile file;

    private XmlZip(SourceFile file) {
        this.file = file;
    }

    /** @throws ParseException where the file is no zip, encrypted as ODF does it, or a bomb */
    static XmlZip open(SourceFile file, Limits limits) throws ParseException {
        limits.checkBytes(file);
        if (FileMagic.valueOf(file.bytes()) != FileMagic.OOXML) {
            throw new ParseException(Reason.CORRUPT, "the file is no zip, whatever its name says");
        }
        OfficeFile.checkParts(file, limits);
        XmlZip opened = new XmlZip(file);
        boolean encrypted = opened.bytes("META-INF/manifest.xml")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(manifest -> manifest.contains("encryption-data"))
                .isPresent();
        if (encrypted) {
            throw new ParseException(Reason.ENCRYPTED, "the file is protected by a password");
        }
        return opened;
    }

    /** @throws ParseException where the part that the format cannot be without is not there */
    Document needed(String part) throws ParseException {
        return part(part).orElseThrow(() -> new ParseException(Reason.CORRUPT, "the file has no " + part));
    }

    Optional<Document> part(String name) throws ParseException {
        return bytes(name).map(bytes -> Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser()));
    }

    Optional<byte[]> bytes(String name) throws ParseException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file.bytes()))) {
            ZipArchiveEntry entry = zip.getNextEntry();
            while (entry != null) {
                if (entry.getName().equals(name)) {
                    return Optional.of(zip.readAllBytes());
                }
                entry = zip.getNextEntry();
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new ParseException(Reason.CORRUPT, "the file is damaged", e);
        }
    }
}
