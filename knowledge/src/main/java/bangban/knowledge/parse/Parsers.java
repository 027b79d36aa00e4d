package bangban.knowledge.parse;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.OpenDocumentParser.Kind;
import bangban.knowledge.parse.ParseException.Reason;
import java.util.List;
import java.util.Optional;

/** Picks the parser for a file: by the format that its content tells, else the first that says it reads such a file. */
public final class Parsers implements DocumentParser {

    private record Entry(Format format, DocumentParser parser) {}

    private final List<Entry> entries;
    private final Limits limits;

    private Parsers(Limits limits) {
        this.limits = limits;
        entries = List.of(
                entry(Format.PDF, new PdfParser(limits), limits),
                entry(Format.IMAGE, new ImageParser(limits), limits),
                entry(Format.DOCX, new WordParser(limits), limits),
                entry(Format.XLSX, new ExcelParser(limits), limits),
                entry(Format.PPTX, new PowerPointParser(limits), limits),
                entry(Format.DOC, new OldWordParser(limits), limits),
                entry(Format.XLS, new OldExcelParser(limits), limits),
                entry(Format.PPT, new OldPowerPointParser(limits), limits),
                entry(Format.RTF, new RtfParser(limits), limits),
                entry(Format.ODT, new OpenDocumentParser(Kind.TEXT, limits), limits),
                entry(Format.ODS, new OpenDocumentParser(Kind.SHEETS, limits), limits),
                entry(Format.ODP, new OpenDocumentParser(Kind.SLIDES, limits), limits),
                entry(Format.EPUB, new EpubParser(limits), limits),
                entry(Format.CSV, new CsvParser(limits), limits),
                entry(Format.EML, new MailParser(Format.EML, limits), limits),
                entry(Format.MSG, new MailParser(Format.MSG, limits), limits),
                entry(Format.HTML, new HtmlParser(limits), limits),
                entry(Format.MARKDOWN, new MarkdownParser(limits), limits),
                entry(Format.TEXT, new TextParser(limits), limits));
    }

    private static Entry entry(Format format, DocumentParser parser, Limits limits) {
        return new Entry(format, new TimedParser(parser, limits.time()));
    }

    /** All formats, with the limits that suit a server with this heap. */
    public static Parsers standard() {
        return new Parsers(Limits.STANDARD);
    }

    static Parsers within(Limits limits) {
        return new Parsers(limits);
    }

    /** The file's format, empty where nothing here reads it. */
    public Optional<Format> format(SourceFile file) {
        return entry(file).map(Entry::format);
    }

    @Override
    public boolean reads(SourceFile file) {
        return entry(file).isPresent();
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        return parse(file, PageProgress.NONE);
    }

    @Override
    public Outline parse(SourceFile file, PageProgress progress) throws ParseException {
        if (file.bytes().length == 0) {
            throw new ParseException(Reason.EMPTY, "the file has no content");
        }
        Entry entry = entry(file)
                .orElseThrow(
                        () -> new ParseException(Reason.UNKNOWN_FORMAT, "no parser reads a file like " + file.name()));
        return entry.parser().parse(file, progress);
    }

    /** True for a file that holds files and says nothing itself. */
    public boolean isArchive(SourceFile file) {
        return ArchiveFormat.of(file).isPresent();
    }

    /**
     * The files inside an archive or on a mail; none in any other file.
     *
     * @throws ParseException where nothing can be got out: corrupt, encrypted, more than is allowed
     */
    public Members members(SourceFile file) throws ParseException {
        Optional<ArchiveFormat> archive = ArchiveFormat.of(file);
        if (archive.isPresent()) {
            return TimedParser.within(limits.time(), file, () -> ArchiveReader.read(file, archive.get(), limits));
        }
        Optional<Format> mail = format(file).flatMap(Parsers::mailFormat);
        if (mail.isEmpty()) {
            return new Members(List.of(), List.of());
        }
        return TimedParser.within(limits.time(), file, () -> {
            Mail read = new MailParser(mail.get(), limits).mail(file);
            return ArchiveReader.attachments(file, read, limits);
        });
    }

    static Optional<Format> mailFormat(Format format) {
        return Optional.of(format).filter(one -> one == Format.EML || one == Format.MSG);
    }

    private Optional<Entry> entry(SourceFile file) {
        if (isArchive(file)) {
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
