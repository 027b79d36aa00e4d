package bangban.knowledge.index;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.place.Reader;
import java.io.Closeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passages with their vectors, searched by words and by meaning. What a reader may not see and what is not in force is left out
 * inside the query: a selective filter neither empties nor degrades the result.
 */
public interface PassageIndex extends Closeable {

    /**
     * Replaces all passages of a document at once; visible to searches when it returns.
     *
     * @param vectors one a passage, unit length, of the encoder's dimensions
     */
    void put(KnowledgeDocument document, List<Passage> passages, List<float[]> vectors);

    /** Rewrites place, validity and title of a document's passages, keeping text and vectors. */
    void update(KnowledgeDocument document);

    void delete(String documentId);

    /** The best {@code k} by words (BM25), the best first. */
    List<Hit> byWords(WordQuery query, Filter filter, int k);

    /** The best {@code k} by cosine similarity, the best first. */
    List<Hit> byMeaning(float[] vector, Filter filter, int k);

    /** The passages of a document from ordinal {@code from} to {@code to}, both included, as far as the filter lets them through. */
    List<Passage> neighbours(String documentId, int from, int to, Filter filter);

    /** The vectors of passages that a search just found, in their order; those deleted meanwhile are all zeros. */
    List<float[]> vectors(List<Passage> passages);

    /**
     * How rare each pair term is among all passages: ln(1 + (N − n + 0.5) / (n + 0.5)), as in BM25 (Robertson and Zaragoza, 2009).
     *
     * @param pairs texts of {@link bangban.language.analyze.Term.Kind#PAIR} terms
     */
    List<Double> rarities(List<String> pairs);

    /** How many documents the filter lets through. */
    int documents(Filter filter);

    /** Returns when all that was put, updated or deleted before survives a crash of the machine. */
    void flush();

    /**
     * Who reads, on which day, and within which documents, domains and tags; an empty set does not restrict.
     *
     * @param asOf null for documents whether in force or not
     */
    record Filter(
            Reader reader, @Nullable LocalDate asOf, Set<String> documentIds, Set<String> domains, Set<String> tags) {

        public Filter {
            documentIds = Set.copyOf(documentIds);
            domains = Set.copyOf(domains);
            tags = Set.copyOf(tags);
        }

        public Filter(Reader reader, LocalDate asOf) {
            this(reader, asOf, Set.of(), Set.of(), Set.of());
        }
    }

    /**
     * A query by words.
     *
     * @param text analysed as the passages were
     * @param also further wordings, such as synonyms, with weights between 0 and 1
     */
    record WordQuery(String text, Map<String, Double> also) {

        public WordQuery {
            also = Map.copyOf(also);
        }

        public WordQuery(String text) {
            this(text, Map.of());
        }
    }

    /** A passage and its score under one ranking; scores of different rankings do not compare. */
    record Hit(Passage passage, double score) {}
}
