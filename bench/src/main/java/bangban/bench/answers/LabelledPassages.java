package bangban.bench.answers;

import bangban.bench.answers.AnswerCase.Gold;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Chunker;
import bangban.knowledge.chunk.Passage;
import bangban.web.platform.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All passages of a set's documents, to be looked up by what the set's labels name. */
record LabelledPassages(Map<KnowledgeDocument, List<Passage>> byDocument) {

    static LabelledPassages of(Platform platform) {
        Map<KnowledgeDocument, List<Passage>> passages = new LinkedHashMap<>();
        for (CatalogEntry entry : platform.documents().all()) {
            KnowledgeDocument document = entry.document();
            platform.ingestion()
                    .outline(document.id())
                    .ifPresent(outline ->
                            passages.put(document, new Chunker().chunk(document.id(), document.title(), outline)));
        }
        return new LabelledPassages(passages);
    }

    Stream<Passage> all() {
        return byDocument.values().stream().flatMap(List::stream);
    }

    Stream<Passage> of(Gold gold) {
        return byDocument.entrySet().stream()
                .filter(entry -> Match.file(entry.getKey().file(), gold.file()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(passage -> clauses(passage).anyMatch(clause -> Match.clause(clause, gold.clause())));
    }

    /** Labels that can never be met: no passage of a file of this name has such a clause. */
    List<Gold> unknown(List<AnswerCase> cases) {
        return cases.stream()
                .flatMap(asked -> asked.gold().stream())
                .distinct()
                .filter(gold -> of(gold).findAny().isEmpty())
                .toList();
    }

    private static Stream<String> clauses(Passage passage) {
        return Stream.concat(
                Stream.of(passage.clause()), passage.units().stream().map(unit -> unit.clause()));
    }
}
