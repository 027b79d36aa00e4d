package bangban.knowledge.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.stream.Field;
import org.jsoup.Jsoup;

/** The characters of a mail. GB2312 is read as GB18030, which holds it, since mailers write more than they declare. */
final class MailText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Map<Charset, Charset> WIDER =
            Map.of(Charset.forName("GB2312"), GB18030, Charset.forName("GBK"), GB18030);
    private static final Pattern RAW_NAME = Pattern.compile("(?is)filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

    private MailText() {}

    /** A field's value, unfolded, its encoded words (RFC 2047) and bare bytes decoded. */
    static String field(Field field) {
        byte[] raw = field.getRaw() == null
                ? String.valueOf(field.getBody()).getBytes(StandardCharsets.UTF_8)
                : field.getRaw().toByteArray();
        String text = TextEncoding.decode(raw).orElseGet(() -> new String(raw, StandardCharsets.ISO_8859_1));
        String value = text.substring(field.getRaw() == null ? 0 : text.indexOf(':') + 1);
        return words(value.replaceAll("\\r?\\n[ \\t]+", " "));
    }

    private static String words(String value) {
        return PlainText.line(DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, GB18030, WIDER));
    }

    /** A text part in the charset it declares, else in what fits. */
    static String decoded(byte[] bytes, Entity part, boolean html) throws IOException {
        String declared =
                part.getHeader() != null && part.getHeader().getField("Content-Type") instanceof ContentTypeField type
                        ? type.getCharset()
                        : null;
        if (declared == null && html) {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "").outerHtml();
        }
        try {
            Charset charset = declared == null ? StandardCharsets.US_ASCII : Charset.forName(declared);
            if (!charset.equals(StandardCharsets.US_ASCII)) {
                return new String(bytes, WIDER.getOrDefault(charset, charset));
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return guessed(bytes);
        }
        return guessed(bytes);
    }

    private static String guessed(byte[] bytes) {
        return TextEncoding.decode(bytes).orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** What a file on the mail is called. */
    static Optional<String> fileName(Entity part) {
        Field disposition = part.getHeader() == null ? null : part.getHeader().getField("Content-Disposition");
        if (disposition != null) {
            Matcher raw = RAW_NAME.matcher(field(disposition));
            if (raw.find()) {
                return Optional.of(raw.group(1) == null ? raw.group(2) : raw.group(1));
            }
        }
        return Optional.ofNullable(part.getFilename())
                .or(() -> part.getHeader() != null
                                && part.getHeader().getField("Content-Type") instanceof ContentTypeField type
                        ? Optional.ofNullable(type.getParameter("name"))
                        : Optional.empty())
                .map(MailText::words)
                .filter(name -> !name.isEmpty());
    }
}
