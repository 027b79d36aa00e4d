package bangban.knowledge.catalog;

/** The formats a reader can open, and how the portal shows them. */
public enum Format {
    PDF("pdf"),
    DOCX("docx"),
    XLSX("xlsx"),
    HTML("html"),
    MARKDOWN("md"),
    TEXT("txt"),
    /** Pictures of any kind, which have no one ending. */
    IMAGE(""),
    PPTX("pptx"),
    DOC("doc"),
    XLS("xls"),
    PPT("ppt"),
    RTF("rtf"),
    ODT("odt"),
    ODS("ods"),
    ODP("odp"),
    EPUB("epub"),
    CSV("csv"),
    /** A mail as RFC 5322 has it. */
    EML("eml"),
    /** A mail as Outlook keeps it. */
    MSG("msg");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /** A name with the ending that files of this format usually have. */
    public String fileName(String stem) {
        return ending.isEmpty() ? stem : stem + "." + ending;
    }

    /** True where other files may be attached. */
    public boolean mayHoldFiles() {
        return this == EML || this == MSG;
    }
}
