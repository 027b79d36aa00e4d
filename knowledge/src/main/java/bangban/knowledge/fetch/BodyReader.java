package bangban.knowledge.fetch;

import bangban.knowledge.fetch.FetchException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads a body while it comes and stops at the limits, whatever the server announced. */
final class BodyReader {

    private static final int PIECE = 16 << 10;
    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private final FetchLimits limits;

    BodyReader(FetchLimits limits) {
        this.limits = limits;
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /** The body's stream is left open: whoever opened the connection ends it. */
    byte[] read(@Nullable HttpEntity entity) throws IOException, FetchException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > limits.bytes()) {
            throw tooLarge("announced " + entity.getContentLength());
        }
        String encoding = entity.getContentEncoding() == null ? "" : entity.getContentEncoding();
        Counted packed = new Counted(entity.getContent());
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> unpacked(packed, packed);
            case "gzip", "x-gzip" -> unpacked(new GZIPInputStream(packed), packed);
            default -> throw new FetchException(Reason.CONTENT_TYPE, "encoded as " + encoding, encoding);
        };
    }

    private byte[] unpacked(InputStream in, Counted packed) throws IOException, FetchException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > limits.bytes()) {
                throw tooLarge("more than " + limits.bytes());
            }
            if (body.size() > RATIO_COUNTS_FROM && body.size() > packed.count * limits.ratio()) {
                throw tooLarge(packed.count + " bytes unpack to more than " + body.size());
            }
        }
        return body.toByteArray();
    }

    private static FetchException tooLarge(String message) {
        return new FetchException(Reason.TOO_LARGE, message);
    }
}
