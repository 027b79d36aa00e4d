package bangban.knowledge.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
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
        return read(bytes, Integer.MAX_VALUE);
    }

    /**
     * The same for bytes that are not trusted.
     *
     * @param most bytes that may be unpacked
     * @throws UncheckedIOException where more would be, or these are no packed bytes
     * @throws JacksonException where what is packed is no outline
     */
    public static Outline read(byte[] bytes, long most) {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] json = unpacked.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
            if (unpacked.read() >= 0) {
                throw new IOException("the outline is larger than " + json.length + " bytes");
            }
            return JSON.readValue(json, Outline.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
