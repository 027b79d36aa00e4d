package bangban.agents.policy;

import bangban.language.sentence.Language;
import bangban.runtime.verify.Evidence;
import org.jspecify.annotations.Nullable;

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

    /** A unit's rule, called the asker's own where it is. */
    String whose(String unit, boolean own);

    /** Whom the rule of a unit is for, as an addition to its source. */
    String onlyFor(String unit);

    /**
     * What comes before the rule that counts.
     *
     * @param whose as {@link #whose} gives it
     */
    String applies(Ruling.Outcome outcome, String whose);

    /** What comes before the rule that does not count, or counts as well. */
    String insteadOf(Ruling.Outcome outcome, String whose);

    String because();

    /** What comes before a clause that may have been meant instead. */
    String related();

    /** Yes or no in the words of the question. */
    String verdict(Verdict verdict);

    /** @param onNamedDay true where the asker named the day whose rules count */
    String nothingFound(boolean onNamedDay);

    /** Before an answer that is not from the files that came with the question. */
    String notInFiles();

    String nothingInFilesEither();

    /** @param pages null where the format has none */
    String titleAndPages(String title, @Nullable Integer pages);

    /** Before a file's headings. */
    String consistsOf();

    /** Before a file's first words. */
    String beginsWith();

    String askNow();

    String moreFiles();

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
        public String whose(String unit, boolean own) {
            return own ? "本单位（" + unit + "）" : unit;
        }

        @Override
        public String onlyFor(String unit) {
            return " · 适用于" + unit;
        }

        @Override
        public String applies(Ruling.Outcome outcome, String whose) {
            return switch (outcome) {
                case UNIT -> "**按" + whose + "规定执行**，它比集团规定更严：";
                case GROUP -> "**按集团规定执行**：";
                case OPEN -> "**集团与" + whose + "规定不一致**。" + whose + "规定：";
            };
        }

        @Override
        public String insteadOf(Ruling.Outcome outcome, String whose) {
            return switch (outcome) {
                case UNIT, OPEN -> "集团规定：";
                case GROUP -> whose + "的规定放宽了集团规定，不适用：";
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
        public String nothingFound(boolean onNamedDay) {
            return "在你能查看、" + (onNamedDay ? "当时" : "现行") + "有效的文件里，没有找到对这个问题的规定，所以不作答。";
        }

        @Override
        public String notInFiles() {
            return "附件里没有写到这一点，以下依据知识库作答。\n\n";
        }

        @Override
        public String nothingInFilesEither() {
            return "附件里没有写到这一点，在你能查看的现行有效的文件里也没有找到，所以不作答。";
        }

        @Override
        public String titleAndPages(String title, @Nullable Integer pages) {
            return "**" + title(title) + "**" + (pages == null ? "" : "，共 " + pages + " 页");
        }

        @Override
        public String consistsOf() {
            return "\n\n各部分的标题：\n";
        }

        @Override
        public String beginsWith() {
            return "\n\n开头是：\n\n> ";
        }

        @Override
        public String askNow() {
            return "可以直接问其中的内容。";
        }

        @Override
        public String moreFiles() {
            return "其余的文件没有列出，同样可以直接问其中的内容。";
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
        public String whose(String unit, boolean own) {
            return own ? "your unit (" + unit + ")" : unit;
        }

        @Override
        public String onlyFor(String unit) {
            return " · for " + unit + " only";
        }

        @Override
        public String applies(Ruling.Outcome outcome, String whose) {
            return switch (outcome) {
                case UNIT -> "**The rule of " + whose + " applies**; it is stricter than the group's: ";
                case GROUP -> "**The group's rule applies**: ";
                case OPEN -> "**The group and " + whose + " differ.** The rule of " + whose + ": ";
            };
        }

        @Override
        public String insteadOf(Ruling.Outcome outcome, String whose) {
            return switch (outcome) {
                case UNIT, OPEN -> "The group's rule: ";
                case GROUP -> "The rule of " + whose + " is looser and does not apply: ";
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
        public String nothingFound(boolean onNamedDay) {
            return "No document that you may read and that " + (onNamedDay ? "was in force then" : "is in force")
                    + " answers this, so no answer is given.";
        }

        @Override
        public String notInFiles() {
            return "The attached files do not say this; the answer is from the knowledge base.\n\n";
        }

        @Override
        public String nothingInFilesEither() {
            return "Neither the attached files nor any document in force that you may read answers this, so no answer is given.";
        }

        @Override
        public String titleAndPages(String title, @Nullable Integer pages) {
            return "**" + title + "**" + (pages == null ? "" : ", " + pages + (pages == 1 ? " page" : " pages"));
        }

        @Override
        public String consistsOf() {
            return "\n\nIts headings:\n";
        }

        @Override
        public String beginsWith() {
            return "\n\nIt begins:\n\n> ";
        }

        @Override
        public String askNow() {
            return "Ask about what is in it.";
        }

        @Override
        public String moreFiles() {
            return "The other files are not listed; ask about what is in any of them.";
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
