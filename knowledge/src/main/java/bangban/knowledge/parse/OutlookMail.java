package bangban.knowledge.parse;

import bangban.knowledge.parse.Mail.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** A mail as Outlook keeps it. A mail on it is read as a part of it, since it is no file there. */
final class OutlookMail {

    private static final int DEEPEST = 3;
    /** The format keeps no zone; the same file must give the same text wherever it is read. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    private final List<Attachment> attachments = new ArrayList<>();

    private OutlookMail() {}

    static Mail read(SourceFile file, Limits limits) throws ParseException {
        OfficeFile.checkOld(file, limits);
        try (MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(file.bytes()))) {
            return new OutlookMail().mail(message, 0);
        } catch (IOException | ChunkNotFoundException | RuntimeException e) { // POI reports damage by many of these
            throw OfficeFile.failure(e);
        }
    }

    private Mail mail(MAPIMessage message, int depth) throws IOException, ChunkNotFoundException {
        message.setReturnNullOnMissingChunk(true);
        if (message.has7BitEncodingStrings()) {
            message.guess7BitEncoding();
        }
        List<Piece> body = new ArrayList<>(body(message));
        for (AttachmentChunks attachment : message.getAttachmentFiles()) {
            if (!attachment.isEmbeddedMessage()) {
                attachment(attachment);
            } else if (depth < DEEPEST) {
                body.addAll(mail(attachment.getEmbeddedMessage(), depth + 1).pieces());
            }
        }
        String subject = message.getSubject();
        Calendar date = message.getMessageDate();
        return new Mail(
                subject == null || subject.isBlank() ? null : PlainText.line(subject),
                plain(message.getDisplayFrom()),
                plain(message.getDisplayTo()),
                plain(message.getDisplayCC()),
                date == null ? "" : date.toInstant().atOffset(CHINA).format(SHOWN),
                body,
                depth == 0 ? attachments : List.of());
    }

    private static List<Piece> body(MAPIMessage message) throws ChunkNotFoundException {
        String html = message.getHtmlBody();
        if (html != null && !html.isBlank()) {
            return HtmlParser.pieces(Jsoup.parse(html));
        }
        String text = message.getTextBody();
        if (text != null && !text.isBlank()) {
            return TextParser.pieces(text);
        }
        String rich = message.getRtfBody();
        if (rich == null) {
            return List.of();
        }
        RtfReader reader = new RtfReader();
        RtfTokens.read(rich.getBytes(StandardCharsets.ISO_8859_1), reader);
        return reader.pieces();
    }

    private void attachment(AttachmentChunks attachment) {
        if (attachment.getAttachData() == null) {
            return;
        }
        byte[] bytes = attachment.getAttachData().getValue();
        String name = name(attachment);
        String id = text(attachment.getAttachContentId());
        if (bytes != null && bytes.length > 0 && !Mail.isDecoration(name, id)) {
            attachments.add(new Attachment(name.isEmpty() ? "附件" + (attachments.size() + 1) : name, bytes));
        }
    }

    private static String name(AttachmentChunks attachment) {
        String name = text(attachment.getAttachLongFileName());
        return plain(name == null ? text(attachment.getAttachFileName()) : name);
    }

    private static @Nullable String text(@Nullable StringChunk chunk) {
        return chunk == null ? null : chunk.getValue();
    }

    private static String plain(@Nullable String text) {
        return PlainText.line(Objects.requireNonNullElse(text, ""));
    }
}
