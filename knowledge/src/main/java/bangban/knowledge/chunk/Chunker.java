package bangban.knowledge.chunk;

import bangban.knowledge.parse.Block;
import bangban.knowledge.parse.BlockKind;
import bangban.knowledge.parse.Outline;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an outline into passages along its structure: one 条 a passage, a long one by 款 or 项; short paragraphs under one heading
 * together; a list with its lead-in; rows in groups. Every character of text that is no heading lies in exactly one passage.
 */
public final class Chunker {

    /** A 条 or list up to this many characters stays whole; it is what an encoder reads well at once. */
    private static final int LONGEST = 700;
    /** Short paragraphs are put together up to this. */
    private static final int MERGED = 380;

    private static final int ROWS = 420;

    /**
     * Cuts a document.
     *
     * @param title what every path starts with
     */
    public List<Passage> chunk(String documentId, String title, Outline outline) {
        List<Passage> passages = new ArrayList<>();
        for (Section section : Sections.of(outline, title)) {
            List<Entry> entries = Entries.of(outline, section);
            List<List<Entry>> groups = section.article() == null ? merged(entries) : article(entries);
            for (List<Entry> group : groups) {
                if (group.size() == 1 && group.getFirst().length() > LONGEST) {
                    for (Block piece : SentenceCut.of(outline, group.getFirst().block(), LONGEST)) {
                        Entry whole = group.getFirst();
                        Entry part = new Entry(
                                piece, whole.clause(), whole.tail(), whole.paragraph(), whole.header(), whole.joins());
                        passages.add(passage(documentId, passages.size(), outline, section, List.of(part)));
                    }
                } else {
                    passages.add(passage(documentId, passages.size(), outline, section, group));
                }
            }
        }
        return passages;
    }

    private static int length(List<Entry> entries) {
        return entries.isEmpty()
                ? 0
                : entries.getLast().block().end() - entries.getFirst().block().start();
    }

    private static List<List<Entry>> article(List<Entry> entries) {
        return length(entries) <= LONGEST ? List.of(entries) : packed(byParagraph(entries), LONGEST);
    }

    /** Each 款 with its list and tables. */
    private static List<List<Entry>> byParagraph(List<Entry> entries) {
        List<List<Entry>> paragraphs = new ArrayList<>();
        int current = -1;
        for (Entry entry : entries) {
            if (paragraphs.isEmpty() || (entry.paragraph() != current && current > 0)) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.getLast().add(entry);
            current = entry.paragraph();
        }
        return paragraphs;
    }

    private static List<List<Entry>> merged(List<Entry> entries) {
        List<List<Entry>> atoms = new ArrayList<>();
        for (Entry entry : entries) {
            if (atoms.isEmpty() || !entry.joins()) {
                atoms.add(new ArrayList<>());
            }
            atoms.getLast().add(entry);
        }
        return packed(atoms, MERGED);
    }

    /** Neighbouring groups together while they stay short; a long one cut between its entries. */
    private static List<List<Entry>> packed(List<List<Entry>> groups, int most) {
        List<List<Entry>> packed = new ArrayList<>();
        List<Entry> open = new ArrayList<>();
        for (List<Entry> group : groups) {
            boolean tooLong = length(group) > (isTable(group) ? ROWS : LONGEST);
            if (!open.isEmpty() && (tooLong || length(open) + 1 + length(group) > most)) {
                packed.add(open);
                open = new ArrayList<>();
            }
            if (tooLong) {
                packed.addAll(cut(group));
            } else {
                open.addAll(group);
            }
        }
        if (!open.isEmpty()) {
            packed.add(open);
        }
        return packed;
    }

    private static boolean isTable(List<Entry> group) {
        return group.getLast().block().kind() == BlockKind.ROW;
    }

    private static List<List<Entry>> cut(List<Entry> group) {
        int most = isTable(group) ? ROWS : LONGEST * 3 / 4;
        List<List<Entry>> parts = new ArrayList<>();
        List<Entry> open = new ArrayList<>();
        for (Entry entry : group) {
            boolean alone = entry.length() > LONGEST;
            if (!open.isEmpty() && (alone || length(open) + 1 + entry.length() > most)) {
                parts.add(open);
                open = new ArrayList<>();
            }
            open.add(entry);
        }
        parts.add(open);
        return parts;
    }

    private static Passage passage(
            String documentId, int ordinal, Outline outline, Section section, List<Entry> entries) {
        Block first = entries.getFirst().block();
        int end = entries.getLast().block().end();
        return new Passage(
                documentId + "#" + ordinal,
                documentId,
                ordinal,
                section.path(),
                PassageClause.of(section, entries),
                first.page(),
                first.start(),
                end,
                outline.text().substring(first.start(), end),
                units(entries));
    }

    private static List<PassageUnit> units(List<Entry> entries) {
        boolean hasRows = entries.stream().anyMatch(entry -> entry.block().kind() == BlockKind.ROW);
        List<PassageUnit> units = new ArrayList<>();
        boolean leadInHere = false;
        for (Entry entry : entries) {
            Block block = entry.block();
            boolean item = block.kind() == BlockKind.ITEM;
            leadInHere |= !item;
            if (block.kind() != BlockKind.TABLE || !hasRows) {
                List<String> header = item && leadInHere ? List.of() : entry.header();
                List<String> cells = block.kind() == BlockKind.ROW ? block.cells() : List.of();
                units.add(new PassageUnit(entry.clause(), block.page(), block.start(), block.end(), header, cells));
            }
        }
        return units;
    }
}
