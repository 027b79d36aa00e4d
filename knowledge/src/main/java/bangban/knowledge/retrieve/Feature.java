package bangban.knowledge.retrieve;

/** What the ranking model looks at, each about one unit wide. */
public enum Feature {
    /** BM25 as a standard score over the list that word search returned. */
    WORDS,
    /** Cosine of the adapted question as a standard score over the list that meaning search returned. */
    MEANING,
    /** Question pairs covered, weighted by rarity; 0 to 1. */
    COVERAGE,
    /** Question pairs covered by the sentence that covers most, weighted by rarity; 0 to 1. Near each other counts more than scattered. */
    SENTENCE,
    /** First-stage scores of the document's other candidates. */
    DOCUMENT,
    /** First-stage scores of similar candidates (the cluster hypothesis; Diaz, Regularizing ad hoc retrieval scores, CIKM 2005). */
    CLUSTER,
    /** Natural logarithm of the text's length in characters. */
    LENGTH,
    /** 1 where the question names the passage's clause. */
    CLAUSE,
    /** 1 where the question names the document. */
    TITLE,
    /** Share of the question's codes that stand in the passage; 0 to 1. */
    CODE
}
