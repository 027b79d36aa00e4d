package bangban.agents.policy;

import bangban.language.sentence.Language;
import bangban.runtime.verify.Evidence;

/** The words around what the documents say. */
sealed interface PolicyPhrases {

    String theRuleSays();

    String colon();

    String comma();

    String title(String title);

    /** Document and clause. */
    String clause(Evidence evidence);

    /** Since when it is in force; empty where that is not known. */
    String since(Evidence evidence);

    /** What comes before the rule that counts. */
    String applies(Ruling.Outcome outcome);

    /** What comes before the rule that does not count, or counts as well. */
    String insteadOf(Ruling.Outcome outcome);

    String because();

    /** What comes before a clause that may have been meant instead. */
    String related();

    /** Yes or no in the words of the question. */
    String verdict(Verdict verdict);

    String nothingFound();

    String beforeNearest();

    String afterNearest();

    static PolicyPhrases in(Language language) {
        return switch (language) {
            case CHINESE -> new Chinese();
            case ENGLISH -> new English();
        };
    }

    /** In Chinese. */
    record Chinese() implements PolicyPhrases {

        @Override
        public String theRuleSays() {
            return "";
        }

        @Override
        public String colon() {
            return "：";
        }

        @Override
        public String comma() {
            return "、";
        }

        @Override
        public String title(String title) {
            return title.startsWith("《") ? title : "《" + title + "》";
        }

        @Override
        public String clause(Evidence evidence) {
            return title(evidence.title()) + " " + evidence.clause();
        }

        @Override
        public String since(Evidence evidence) {
            return evidence.effectiveFrom() == null ? "" : " · " + evidence.effectiveFrom() + " 起施行";
        }

        @Override
        public String applies(Ruling.Outcome outcome) {
            return switch (outcome) {
                case UNIT -> "**按本单位规定执行**，它比集团规定更严：";
                case GROUP -> "**按集团规定执行**：";
                case OPEN -> "**集团与本单位规定不一致**。本单位规定：";
            };
        }

        @Override
        public String insteadOf(Ruling.Outcome outcome) {
            return switch (outcome) {
                case UNIT, OPEN -> "集团规定：";
                case GROUP -> "本单位的规定放宽了集团规定，不适用：";
            };
        }

        @Override
        public String because() {
            return "依据：";
        }

        @Override
        public String related() {
            return "相关规定";
        }

        @Override
        public String verdict(Verdict verdict) {
            return switch (verdict) {
                case YES -> "可以";
                case ON_CONDITION -> "有条件可以";
                case NO -> "不可以";
                case GENERALLY_NO -> "一般不可以";
                case NEEDED -> "需要";
                case NOT_NEEDED -> "不需要";
            };
        }

        @Override
        public String nothingFound() {
            return "在你能查看、现行有效的文件里，没有找到对这个问题的规定，所以不作答。";
        }

        @Override
        public String beforeNearest() {
            return "最接近的文件是";
        }

        @Override
        public String afterNearest() {
            return "，但没有写到这一点；可以向这些文件的主责部门询问，或换个说法再问。";
        }
    }

    /** In English. */
    record English() implements PolicyPhrases {

        @Override
        public String theRuleSays() {
            return "the rule says: ";
        }

        @Override
        public String colon() {
            return ": ";
        }

        @Override
        public String comma() {
            return ", ";
        }

        @Override
        public String title(String title) {
            return title;
        }

        @Override
        public String clause(Evidence evidence) {
            return evidence.title() + ", " + evidence.clause();
        }

        @Override
        public String since(Evidence evidence) {
            return evidence.effectiveFrom() == null ? "" : " · in force since " + evidence.effectiveFrom();
        }

        @Override
        public String applies(Ruling.Outcome outcome) {
            return switch (outcome) {
                case UNIT -> "**Your unit's rule applies**; it is stricter than the group's: ";
                case GROUP -> "**The group's rule applies**: ";
                case OPEN -> "**The group and your unit differ.** Your unit: ";
            };
        }

        @Override
        public String insteadOf(Ruling.Outcome outcome) {
            return switch (outcome) {
                case UNIT, OPEN -> "The group's rule: ";
                case GROUP -> "Your unit's rule is looser and does not apply: ";
            };
        }

        @Override
        public String because() {
            return "Because: ";
        }

        @Override
        public String related() {
            return "Also relevant";
        }

        @Override
        public String verdict(Verdict verdict) {
            return switch (verdict) {
                case YES -> "Yes";
                case ON_CONDITION -> "Yes, on a condition";
                case NO -> "No";
                case GENERALLY_NO -> "Generally no";
                case NEEDED -> "Yes";
                case NOT_NEEDED -> "Not required";
            };
        }

        @Override
        public String nothingFound() {
            return "No document that you may read and that is in force answers this, so no answer is given.";
        }

        @Override
        public String beforeNearest() {
            return " The nearest documents are ";
        }

        @Override
        public String afterNearest() {
            return ", which do not say this; ask the department that issued them, or ask in other words.";
        }
    }
}
