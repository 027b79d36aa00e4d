package bangban.knowledge.parse;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.ParseException.Reason;
import java.util.List;

/** Mails as RFC 5322 has them (.eml) and as Outlook keeps them (.msg). Their attachments are files of their own. */
final class MailParser implements DocumentParser {

    private final Limits limits;
    private final Format format;

    /** @param format which of the two */
    MailParser(Format format, Limits limits) {
        this.format = format;
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(format == Format.MSG ? ".msg" : ".eml");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        Mail mail = mail(file);
        List<Piece> pieces = mail.pieces();
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "the mail says nothing");
        }
        String title = mail.subject() == null ? file.stem() : mail.subject();
        Outline outline = StructureRecogniser.recognise(title, pieces, null);
        limits.checkCharacters(outline.text().length());
        return outline;
    }

    Mail mail(SourceFile file) throws ParseException {
        limits.checkBytes(file);
        return format == Format.MSG ? OutlookMail.read(file, limits) : MimeMail.read(file);
    }
}
