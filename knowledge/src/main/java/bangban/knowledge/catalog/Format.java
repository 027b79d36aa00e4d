package bangban.knowledge.catalog;

/** The formats a reader can open, and how the portal shows them. */
public enum Format {
    PDF,
    DOCX,
    XLSX,
    HTML,
    MARKDOWN,
    TEXT,
    IMAGE
}
