package bangban.agents.policy;

import bangban.agents.FakeTurn;
import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageText;
import bangban.knowledge.chunk.PassageUnit;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import bangban.language.encode.TextEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A few passages that are found whatever is asked; remembers what was asked. */
final class FakeLibrary implements PolicyLibrary {

    final List<String> queries = new ArrayList<>();

    @Nullable
    LocalDate day;

    @Nullable
    Reader reader;

    final List<OutlinedDocument> outlined = new ArrayList<>();
    private final List<FoundText> texts = new ArrayList<>();
    private final TextEncoder encoder;

    FakeLibrary(TextEncoder encoder) {
        this.encoder = encoder;
    }

    /** One clause; each line is a paragraph and its first word the clause where it starts with 第…款 or 第…项. */
    FakeLibrary clause(KnowledgeDocument document, String clause, String text) {
        List<PassageUnit> units = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n")) {
            units.add(new PassageUnit(clause, null, start, start + line.length(), List.of(), List.of()));
            start += line.length() + 1;
        }
        texts.add(new FoundText(document, passage(document, clause, text, units), 1, 0));
        return this;
    }

    /** A table of one sheet, a row a line, cells behind each other as the outline writes them. */
    FakeLibrary table(KnowledgeDocument document, List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        List<PassageUnit> units = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int start = text.length();
            text.append(String.join("\t", rows.get(i)));
            String clause = "标准!A" + (i + 2) + ":" + (char) ('A' + header.size() - 1) + (i + 2);
            units.add(new PassageUnit(clause, null, start, text.length(), header, rows.get(i)));
            text.append('\n');
        }
        texts.add(new FoundText(document, passage(document, "标准", text.toString(), units), 1, 0));
        return this;
    }

    static KnowledgeDocument document(String id, String title) {
        return document(id, title, Tier.GROUP, "澜川集团");
    }

    /** Of a format with pages. */
    static KnowledgeDocument document(String id, String title, int pages) {
        return document(id, title, Tier.GROUP, "澜川集团", Format.PDF, pages);
    }

    static KnowledgeDocument document(String id, String title, Tier tier, String org) {
        return document(id, title, tier, org, Format.MARKDOWN, null);
    }

    private static KnowledgeDocument document(
            String id, String title, Tier tier, String org, Format format, @Nullable Integer pages) {
        return new KnowledgeDocument(
                id,
                org + "/" + title + ".md",
                title,
                new Place(tier, new OrgPath(org), null, List.of(), Clearance.INTERNAL, "admin"),
                new Validity(LocalDate.of(2025, 3, 1), null),
                "2025版",
                null,
                format,
                pages,
                "00",
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    static Passage passage(KnowledgeDocument document, String clause, String text, List<PassageUnit> units) {
        return new Passage(
                document.id() + "#" + clause,
                document.id(),
                0,
                List.of(document.title()),
                clause,
                null,
                0,
                text.length(),
                text,
                units);
    }

    List<FoundText> texts() {
        return texts;
    }

    @Override
    public Found search(String query, LocalDate day, Reader reader) {
        queries.add(query);
        this.day = day;
        this.reader = reader;
        float[] asked = encoder.encode(query);
        List<FoundText> found = texts.stream()
                .map(text -> new FoundText(
                        text.document(),
                        text.passage(),
                        text.score(),
                        TextEncoder.cosine(asked, encoder.encode(PassageText.toEncode(text.passage())))))
                .toList();
        return new Found(found, found.isEmpty() ? 0 : 7);
    }

    @Override
    public Found searchIn(Set<String> documents, String query, Reader reader) {
        Found all = search(query, FakeTurn.TODAY, reader);
        List<FoundText> within = all.texts().stream()
                .filter(text -> documents.contains(text.document().id()))
                .toList();
        return new Found(within, documents.size());
    }

    @Override
    public List<OutlinedDocument> outlined(List<String> documents, Reader reader) {
        return outlined.stream()
                .filter(each -> documents.contains(each.document().id()))
                .toList();
    }

    @Override
    public ToDoubleFunction<String> coverage(String of) {
        List<String> pairs = IntStream.range(0, of.length() - 1)
                .mapToObj(i -> of.substring(i, i + 2))
                .toList();
        return text -> (double) pairs.stream().filter(text::contains).count() / Math.max(1, pairs.size());
    }
}
