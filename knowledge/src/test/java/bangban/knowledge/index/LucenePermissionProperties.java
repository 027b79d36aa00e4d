package bangban.knowledge.index;

import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LucenePermissionProperties extends PermissionProperties {

    @TempDir
    Path folder = Path.of("");

    private int number;

    @Override
    PassageIndex open() {
        return new LucenePassageIndex(folder.resolve("index-" + number++), new TermAnalyzer(), "test");
    }

    @Override
    void discard(PassageIndex index) throws IOException {
        index.close();
    }
}
