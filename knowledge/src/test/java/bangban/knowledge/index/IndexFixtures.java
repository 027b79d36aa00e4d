package bangban.knowledge.index;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Documents, passages and vectors without an encoder: characters hashed into 64 dimensions. */
final class IndexFixtures {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int DIMENSIONS = 64;

    private IndexFixtures() {}

    static KnowledgeDocument document(String id, Place place) {
        return document(id, place, Validity.ALWAYS);
    }

    static KnowledgeDocument document(String id, Place place, Validity validity) {
        return new KnowledgeDocument(
                id, id + ".md", "文件" + id, place, validity, null, null, Format.MARKDOWN, null, "", Instant.EPOCH);
    }

    static List<Passage> passages(String documentId, String... texts) {
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            passages.add(new Passage(
                    documentId + "#" + passages.size(),
                    documentId,
                    passages.size(),
                    List.of("文件" + documentId),
                    "",
                    null,
                    start,
                    start + text.length(),
                    text,
                    List.of()));
            start += text.length();
        }
        return passages;
    }

    static List<float[]> vectors(List<Passage> passages) {
        return passages.stream().map(passage -> vector(passage.text())).toList();
    }

    static float[] vector(String text) {
        float[] vector = new float[DIMENSIONS];
        vector[0] = 0.1f;
        text.chars().forEach(c -> vector[c % DIMENSIONS] += 1);
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
