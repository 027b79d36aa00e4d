package bangban.web.knowledge;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.place.Reader;
import bangban.runtime.identity.Principal;
import bangban.web.platform.Readers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Documents as one reader sees them: what one says of another is told where the reader may see that one too. */
final class DocumentsJson {

    private final DocumentCatalog catalog;

    DocumentsJson(DocumentCatalog catalog) {
        this.catalog = catalog;
    }

    DocumentJson of(KnowledgeDocument document, Principal reader) {
        return of(List.of(document), reader).apply(document);
    }

    /** @return gives the wire form of each of these */
    Function<KnowledgeDocument, DocumentJson> of(List<KnowledgeDocument> documents, Principal principal) {
        Reader reader = Readers.of(principal);
        Set<String> readable = catalog.documents(
                        documents.stream()
                                .map(KnowledgeDocument::supersedes)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList(),
                        reader)
                .keySet();
        return document -> DocumentJson.of(document, principal, readable);
    }
}
