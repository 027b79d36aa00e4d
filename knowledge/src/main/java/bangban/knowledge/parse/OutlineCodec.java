package bangban.knowledge.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** An outline as bytes and back: JSON, compressed. */
public final class OutlineCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OutlineCodec() {}

    public static byte[] write(Outline outline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(JSON.writeValueAsBytes(outline));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Outline read(byte[] bytes) {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return JSON.readValue(unpacked.readAllBytes(), Outline.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
