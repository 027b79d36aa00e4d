package bangban.knowledge.parse;

/** What a block is. CLAUSE is the first paragraph of a 条; its further paragraphs are PARAGRAPHs, its （一） ITEMs. */
public enum BlockKind {
    HEADING,
    CLAUSE,
    PARAGRAPH,
    ITEM,
    TABLE,
    ROW
}
