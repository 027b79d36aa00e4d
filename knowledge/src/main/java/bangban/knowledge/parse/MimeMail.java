package bangban.knowledge.parse;

import bangban.knowledge.parse.Mail.Attachment;
import bangban.knowledge.parse.ParseException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A MIME message: its fields, the richer of its bodies, and the files on it. */
final class MimeMail {

    private static final int DEEPEST = 20;
    private static final int LONGEST_FIELD = 200_000;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);
    private static final String STRUCTURE = "table, ul, ol, h1, h2, h3, h4, h5, h6";

    private final List<Attachment> attachments = new ArrayList<>();
    private @Nullable Document html;
    private @Nullable String text;

    private MimeMail() {}

    static Mail read(SourceFile file) throws ParseException {
        Message message = message(file.bytes());
        MimeMail mail = new MimeMail();
        try {
            mail.part(message, 0);
            return new Mail(
                    field(message, "Subject").orElse(null),
                    field(message, "From").orElse(""),
                    field(message, "To").orElse(""),
                    field(message, "Cc").orElse(""),
                    field(message, "Date").map(MimeMail::date).orElse(""),
                    mail.body(),
                    mail.attachments);
        } catch (IOException e) {
            throw new ParseException(Reason.CORRUPT, "the mail is damaged", e);
        }
    }

    /** The page in a page saved with its pictures (MHTML). */
    static Document page(SourceFile file) throws ParseException {
        MimeMail mail = new MimeMail();
        try {
            mail.part(message(file.bytes()), 0);
        } catch (IOException e) {
            throw new ParseException(Reason.CORRUPT, "the page is damaged", e);
        }
        if (mail.html == null) {
            throw new ParseException(Reason.NO_TEXT, "there is no page in the file");
        }
        return mail.html;
    }

    private static Message message(byte[] bytes) throws ParseException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.copy(MimeConfig.PERMISSIVE)
                .setMaxHeaderLen(LONGEST_FIELD)
                .setMaxLineLen(-1)
                .build());
        try {
            return builder.parseMessage(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) { // what else it throws on nested damage is not documented
            throw new ParseException(Reason.CORRUPT, "the mail is damaged", e);
        }
    }

    private void part(Entity part, int depth) throws IOException {
        if (depth > DEEPEST) {
            return;
        }
        switch (part.getBody()) {
            case Multipart parts -> {
                for (Entity inner : parts.getBodyParts()) {
                    part(inner, depth + 1);
                }
            }
            case Message inner -> attachments.add(new Attachment(name(part, subjectName(inner)), written(inner)));
            case SingleBody body -> single(part, body);
            case null, default -> {}
        }
    }

    private void single(Entity part, SingleBody body) throws IOException {
        byte[] bytes;
        try (var stream = body.getInputStream()) {
            bytes = stream.readAllBytes();
        }
        boolean attached = "attachment".equalsIgnoreCase(part.getDispositionType());
        String type = String.valueOf(part.getMimeType()).toLowerCase(Locale.ROOT);
        if (!attached && html == null && type.equals("text/html")) {
            html = Jsoup.parse(MailText.decoded(bytes, part, true));
        } else if (!attached && text == null && type.equals("text/plain")) {
            text = MailText.decoded(bytes, part, false);
        } else if (bytes.length > 0) {
            String name = name(part, "");
            Optional<String> id = field(part, "Content-ID");
            boolean kept = attached || (!name.isEmpty() && !Mail.isDecoration(name, id.orElse(null)));
            if (kept) {
                attachments.add(new Attachment(name.isEmpty() ? "附件" + (attachments.size() + 1) : name, bytes));
            }
        }
    }

    private List<Piece> body() {
        boolean rich = html != null && (text == null || text.isBlank() || html.selectFirst(STRUCTURE) != null);
        if (rich && html != null) {
            return HtmlParser.pieces(html);
        }
        return text == null ? List.of() : TextParser.pieces(text);
    }

    private static String name(Entity part, String otherwise) {
        return MailText.fileName(part).orElse(otherwise);
    }

    private static String subjectName(Message message) {
        return field(message, "Subject").orElse("mail") + ".eml";
    }

    private static byte[] written(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeMessage(message, bytes);
        return bytes.toByteArray();
    }

    private static Optional<String> field(Entity part, String name) {
        Field field = part.getHeader() == null ? null : part.getHeader().getField(name);
        return field == null
                ? Optional.empty()
                : Optional.of(MailText.field(field)).filter(value -> !value.isEmpty());
    }

    private static String date(String written) {
        try {
            String bare = written.replaceAll("\\s*\\([^)]*\\)", "").strip();
            return OffsetDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .format(SHOWN);
        } catch (DateTimeException e) {
            return written;
        }
    }
}
