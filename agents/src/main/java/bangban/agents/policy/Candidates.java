package bangban.agents.policy;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;
import bangban.language.sentence.Sentences;
import java.util.ArrayList;
import java.util.List;

/** Takes found passages apart into the sentences and rows that may answer. */
final class Candidates {

    private Candidates() {}

    static List<Candidate> of(KnowledgeDocument document, Passage passage, int rank) {
        List<Candidate> candidates = new ArrayList<>();
        String leadIn = "";
        for (PassageUnit unit : passage.units()) {
            String text = textOf(passage, unit);
            if (!unit.cells().isEmpty()) {
                candidates.add(candidate(document, passage, unit, row(unit), leadIn, unit.start(), unit.end(), rank));
                continue;
            }
            boolean item = unit.clause().endsWith("项") || isItem(text);
            leadIn = item ? leadIn : "";
            for (Sentences.Sentence sentence : Sentences.in(text)) {
                candidates.add(candidate(
                        document,
                        passage,
                        unit,
                        sentence.text(),
                        leadIn,
                        unit.start() + sentence.start(),
                        unit.start() + sentence.end(),
                        rank));
                if (announces(sentence.text())) {
                    leadIn = sentence.text();
                }
            }
        }
        return candidates;
    }

    /** True where items or rows follow that complete the sentence. */
    static boolean leads(Candidate candidate) {
        return candidate.passage().units().stream()
                .anyMatch(unit -> unit.start() >= candidate.end()
                        && (!unit.cells().isEmpty() || isItem(textOf(candidate.passage(), unit))));
    }

    static String textOf(Passage passage, PassageUnit unit) {
        return passage.text().substring(unit.start() - passage.start(), unit.end() - passage.start());
    }

    /** True for a sentence that ends in a colon, so that what follows completes it. */
    static boolean announces(String sentence) {
        return sentence.endsWith("：") || sentence.endsWith(":");
    }

    /** True for a sentence of a list's item. */
    static boolean isItem(Candidate candidate) {
        return candidate.unit().cells().isEmpty()
                && (candidate.unit().clause().endsWith("项") || isItem(textOf(candidate.passage(), candidate.unit())));
    }

    private static boolean isItem(String text) {
        return text.matches("(?s)^\\s*([（(][一二三四五六七八九十\\d]+[）)]|\\d+[.、．)）](?!\\d)|[①-⑳]|[-•·]).*");
    }

    /** 职级：其他人员；一类地区：500 — a row read as a sentence. */
    private static String row(PassageUnit unit) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < unit.cells().size(); i++) {
            String cell = unit.cells().get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            String header = i < unit.header().size() ? unit.header().get(i).strip() : "";
            row.append(row.isEmpty() ? "" : "；")
                    .append(header.isEmpty() ? "" : header + "：")
                    .append(cell);
        }
        return row.toString();
    }

    private static Candidate candidate(
            KnowledgeDocument document,
            Passage passage,
            PassageUnit unit,
            String text,
            String leadIn,
            int start,
            int end,
            int rank) {
        String headings = document.title() + "\n" + String.join("\n", passage.path());
        return new Candidate(document, passage, unit, text, leadIn, headings, start, end, rank);
    }
}
