package bangban.knowledge.index;

import bangban.language.analyze.TermAnalyzer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** While there are two, it is an index as any other. */
class RenewingIndexTest extends PassageIndexContract {

    private static final TermAnalyzer ANALYZER = new TermAnalyzer();

    @TempDir
    Path folder = Path.of("");

    private @Nullable RenewableIndex index;

    private RenewableIndex opened() {
        return new RenewableIndex(folder.resolve("index"), ANALYZER, new IndexVersion("encoder/1", "analysis/1"), 64);
    }

    @BeforeEach
    void open() {
        index = opened();
        index.renew();
    }

    @AfterEach
    void close() {
        if (index != null) {
            index.close();
        }
    }

    @Override
    PassageIndex index() {
        return Objects.requireNonNull(index);
    }

    @Override
    PassageIndex reopened() {
        close();
        index = null;
        return opened();
    }
}
