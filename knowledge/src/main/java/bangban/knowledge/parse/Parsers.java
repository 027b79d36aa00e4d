package bangban.knowledge.parse;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.OpenDocumentParser.Kind;
import bangban.knowledge.parse.ParseException.Reason;
import java.util.List;
import java.util.Optional;

/** Picks the parser for a file: by the format that its content tells, else the first that says it reads such a file. */
public final class Parsers implements FileReader {

    private record Entry(Format format, DocumentParser parser) {}

    private final List<Entry> entries;
    private final Limits limits;

    private Parsers(Limits limits) {
        this.limits = limits;
        entries = List.of(
                new Entry(Format.PDF, new PdfParser(limits)),
                new Entry(Format.IMAGE, new ImageParser(limits)),
                new Entry(Format.DOCX, new WordParser(limits)),
                new Entry(Format.XLSX, new ExcelParser(limits)),
                new Entry(Format.PPTX, new PowerPointParser(limits)),
                new Entry(Format.DOC, new OldWordParser(limits)),
                new Entry(Format.XLS, new OldExcelParser(limits)),
                new Entry(Format.PPT, new OldPowerPointParser(limits)),
                new Entry(Format.RTF, new RtfParser(limits)),
                new Entry(Format.ODT, new OpenDocumentParser(Kind.TEXT, limits)),
                new Entry(Format.ODS, new OpenDocumentParser(Kind.SHEETS, limits)),
                new Entry(Format.ODP, new OpenDocumentParser(Kind.SLIDES, limits)),
                new Entry(Format.EPUB, new EpubParser(limits)),
                new Entry(Format.CSV, new CsvParser(limits)),
                new Entry(Format.EML, new MailParser(Format.EML, limits)),
                new Entry(Format.MSG, new MailParser(Format.MSG, limits)),
                new Entry(Format.HTML, new HtmlParser(limits)),
                new Entry(Format.MARKDOWN, new MarkdownParser(limits)),
                new Entry(Format.TEXT, new TextParser(limits)));
    }

    /** All formats, with the limits that suit a process with this heap. */
    public static Parsers standard() {
        return new Parsers(Limits.STANDARD);
    }

    static Parsers within(Limits limits) {
        return new Parsers(limits);
    }

    @Override
    public Reading read(SourceFile file, PageProgress progress) throws ParseException {
        try {
            return reading(file, progress);
        } catch (StackOverflowError e) {
            throw new ParseException(Reason.CORRUPT, "the file is nested deeper than can be read", e);
        }
    }

    private Reading reading(SourceFile file, PageProgress progress) throws ParseException {
        if (file.bytes().length == 0) {
            throw new ParseException(Reason.EMPTY, "the file has no content");
        }
        if (ArchiveFormat.of(file).isPresent()) {
            return new Reading.Archive(members(file));
        }
        Entry entry = entry(file)
                .orElseThrow(
                        () -> new ParseException(Reason.UNKNOWN_FORMAT, "no parser reads a file like " + file.name()));
        Outline outline = entry.parser().parse(file, progress);
        return new Reading.Document(entry.format(), outline, attachments(file));
    }

    /** A mail counts as read even where what is attached to it cannot be got out. */
    private Members attachments(SourceFile mail) {
        try {
            return members(mail);
        } catch (ParseException e) {
            return new Members(List.of(), List.of(new Members.Refused("attachments", e.reason())));
        }
    }

    /** What the file says itself, for tests and measurements. */
    public Outline parse(SourceFile file) throws ParseException {
        return parse(file, PageProgress.NONE);
    }

    Outline parse(SourceFile file, PageProgress progress) throws ParseException {
        return switch (read(file, progress)) {
            case Reading.Document document -> document.outline();
            case Reading.Archive archive ->
                throw new ParseException(Reason.UNKNOWN_FORMAT, "no parser reads a file like " + file.name());
        };
    }

    /** The file's format, empty where nothing here reads it. */
    Optional<Format> format(SourceFile file) {
        return entry(file).map(Entry::format);
    }

    /**
     * The files inside an archive or on a mail; none in any other file.
     *
     * @throws ParseException where nothing can be got out: corrupt, encrypted, more than is allowed
     */
    Members members(SourceFile file) throws ParseException {
        Optional<ArchiveFormat> archive = ArchiveFormat.of(file);
        if (archive.isPresent()) {
            return ArchiveReader.read(file, archive.get(), limits);
        }
        Optional<Format> mail = format(file).flatMap(Parsers::mailFormat);
        return mail.isEmpty()
                ? Members.NONE
                : ArchiveReader.attachments(file, new MailParser(mail.get(), limits).mail(file), limits);
    }

    static Optional<Format> mailFormat(Format format) {
        return Optional.of(format).filter(one -> one == Format.EML || one == Format.MSG);
    }

    private Optional<Entry> entry(SourceFile file) {
        if (ArchiveFormat.of(file).isPresent()) {
            return Optional.empty();
        }
        Optional<Format> told = FormatSignature.of(file);
        return entries.stream()
                .filter(entry -> told.isPresent()
                        ? entry.format() == told.get()
                        : entry.parser().reads(file))
                .findFirst();
    }
}
