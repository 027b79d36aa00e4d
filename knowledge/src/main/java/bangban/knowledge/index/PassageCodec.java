package bangban.knowledge.index;

import bangban.knowledge.chunk.Passage;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/** A passage to the bytes that the index stores, and back. */
final class PassageCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PassageCodec() {}

    static byte[] bytes(Passage passage) {
        return JSON.writeValueAsBytes(passage);
    }

    static Passage passage(byte[] bytes) {
        return JSON.readValue(bytes, Passage.class);
    }

    static Passage passage(BytesRef bytes) {
        return JSON.readerFor(Passage.class).readValue(bytes.bytes, bytes.offset, bytes.length);
    }
}
