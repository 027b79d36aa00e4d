package bangban.knowledge.index;

import bangban.knowledge.chunk.Passage;
import java.util.List;
import java.util.Map;

/** An index that knows what it was written with, and tells enough of itself to be searched beside another. */
interface VersionedIndex extends PassageIndex {

    /** What its passages were written with; it stays whatever is put later. */
    IndexVersion version();

    /** By passage id, without those that are not here. */
    Map<String, float[]> vectorsById(List<Passage> passages);

    PairCounts counts(List<String> pairs);
}
