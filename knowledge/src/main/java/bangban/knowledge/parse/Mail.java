package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail, whatever format it came in.
 *
 * @param date as it is shown
 * @param body what it says, with the history it quotes
 * @param attachments what hangs on it; pictures that only the body shows are left out
 */
record Mail(
        @Nullable String subject,
        String from,
        String to,
        String copied,
        String date,
        List<Piece> body,
        List<Attachment> attachments) {

    Mail {
        body = List.copyOf(body);
        attachments = List.copyOf(attachments);
    }

    /** A file on a mail. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Attachment(String name, byte[] bytes) {}

    /** True for a picture that the body refers to: a logo under a signature. */
    static boolean isDecoration(String name, @Nullable String contentId) {
        return contentId != null
                && !contentId.isBlank()
                && name.toLowerCase(Locale.ROOT).matches(".*\\.(?:png|jpe?g|gif|bmp|svg)");
    }

    /** Who wrote what to whom and when, then what it says and what hangs on it. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        if (subject != null) {
            pieces.add(new Paragraph(subject, 1));
        }
        field(pieces, "发件人", from);
        field(pieces, "收件人", to);
        field(pieces, "抄送", copied);
        field(pieces, "日期", date);
        pieces.addAll(body);
        field(pieces, "附件", attachments.stream().map(Attachment::name).collect(Collectors.joining("、")));
        return pieces;
    }

    private static void field(List<Piece> pieces, String name, String value) {
        String plain = PlainText.line(value);
        if (!plain.isEmpty()) {
            pieces.add(new Paragraph(name + "：" + plain, 0, name, null));
        }
    }
}
