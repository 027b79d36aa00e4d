package bangban.knowledge.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Short ways to parse and to look at outlines. */
final class Fixtures {

    private Fixtures() {}

    static Outline parse(String name, String text) throws ParseException {
        return Parsers.standard().parse(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    static Outline parse(String name, byte[] bytes) throws ParseException {
        return Parsers.standard().parse(new SourceFile(name, bytes));
    }

    /** A file beside the tests. */
    static byte[] resource(String name) {
        try (InputStream stream = Fixtures.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip with these parts in their order; the first is stored as it is, as ODF and EPUB ask. */
    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(part.getKey());
                if (part.getKey().equals("mimetype")) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String text(Outline outline, Block block) {
        return outline.text().substring(block.start(), block.end());
    }

    /** Kind and text of each block: {@code CLAUSE 第一条 …}. */
    static List<String> lines(Outline outline) {
        return outline.blocks().stream()
                .map(block -> block.kind() + " " + text(outline, block))
                .toList();
    }

    static List<String> texts(Outline outline, BlockKind kind) {
        return outline.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(block -> text(outline, block))
                .toList();
    }
}
