package bangban.agents.policy;

/** What can speak for a candidate or against it; from 0 to 1 where nothing else is said. */
enum Signal {
    /** Share of the question's weighted terms in the sentence; in lead-in, headings and the rest of the clause at a discount. */
    CLAUSE,
    /** Weight of the heaviest of the question's terms that the whole clause with its headings lacks, as a share of all. */
    MISSED,
    /** Share of the question's character pairs, weighted by their rarity in the whole library, in sentence, lead-in and headings. */
    PAIRS,
    /** Share of the question's weighted terms in the rule that a sanction asked about refers to: 违反本法第十四条第五款规定的. */
    REFERRED,
    /** Cosine of question and sentence under the encoder, -1 to 1. */
    MEANING,
    /** Cosine of question and paragraph, -1 to 1. */
    UNIT_MEANING,
    /** Cosine of question and passage, -1 to 1. */
    PASSAGE_MEANING,
    /** How close each of the question's tokens comes to one of the sentence's, on weighted average, -1 to 1. */
    TOKENS,
    /** The same within the sentence alone, without title, heading and lead-in. */
    OWN_TOKENS,
    /** What a model that reads question and sentence together says of whether it answers, as the logarithm of odds. */
    READ,
    /** Share of a follow-up's new words in the sentence; 0 where the question stands alone. */
    FOCUS,
    /** From the passage's rank among those found: 1 for the first, falling. */
    RANK,
    /** How far the passage's score lies behind that of the first, 0 for the first, else negative, at least -2. */
    BEHIND,
    /** 1 where the sentence holds what the kind of question asks for. */
    FITS,
    /** 1 where it holds a quantity in the very unit that the question asks for: 几日, 百分之几. */
    UNIT_ASKED,
    /** 1 where it bounds a quantity on the side that the question asks for (至少 and 不得少于), -1 for the other side. */
    BOUND,
    /** How much of the term that the question wants defined is what the sentence defines. */
    DEFINES,
    /** 1 where the question is about a sanction and the sentence states one. */
    SANCTION,
    /** 1 where the sentence states a sanction and the question is not about one. */
    SANCTION_UNASKED,
    /** 1 where both are negative (哪些不能), -1 where only the question is. */
    NEGATIVE,
    /** 1 where items or rows follow that complete the sentence and the question is after a list. */
    LIST,
    /** 1 where items follow and the question is after something else. */
    LEAD_IN,
    /** 1 where a range of the sentence holds an amount of the question, -1 where all miss. */
    RANGE,
    /** 1 where a cell of the row stands in the question: the row of 北京. */
    ROW_KEY,
    /** 1 where the clause is about another thing than the question: 1号高炉 against 3号高炉, women against men. */
    OTHER_THING,
    /** 1 where the question writes the document's title. */
    TITLE,
    /** Share of the title's character pairs, weighted by rarity, that the question does not have. */
    TITLE_BEYOND,
    /** Natural logarithm of the sentence's length in characters. */
    LENGTH,
    /** 1 for a table's row, whose few words mean less to the encoder than a sentence's. */
    ROW,
    /** 1 for the rule of a unit that neither the asker belongs to nor the question names. */
    ELSEWHERE,
    /** 1 for a personal note. */
    NOTE
}
