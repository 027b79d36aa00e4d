package bangban.knowledge.catalog;

/** The formats a reader can open, and how the portal shows them. */
public enum Format {
    PDF,
    DOCX,
    XLSX,
    HTML,
    MARKDOWN,
    TEXT,
    IMAGE,
    PPTX,
    DOC,
    XLS,
    PPT,
    RTF,
    ODT,
    ODS,
    ODP,
    EPUB,
    CSV,
    /** A mail as RFC 5322 has it. */
    EML,
    /** A mail as Outlook keeps it. */
    MSG;

    /** True where other files may be attached. */
    public boolean mayHoldFiles() {
        return this == EML || this == MSG;
    }
}
