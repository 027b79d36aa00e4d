package bangban.bench.permissions;

import bangban.bench.ScratchIndex;
import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.util.Map;

/** Makes an index with nothing in it. */
interface EmptyIndex {

    ScratchIndex make() throws IOException;

    /** @see ScratchIndex#make */
    static EmptyIndex of(String kind, Map<String, String> environment) {
        return () -> ScratchIndex.make(
                kind, environment, new TermAnalyzer(), LetterEncoder.VERSION, LetterEncoder.DIMENSIONS);
    }
}
