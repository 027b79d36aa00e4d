package bangban.knowledge.index;

import bangban.language.analyze.TermAnalyzer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresPassageIndexTest extends PassageIndexContract {

    private static final TermAnalyzer ANALYZER = new TermAnalyzer();

    private @Nullable PassageDatabase database;
    private @Nullable RenewableIndex index;

    private RenewableIndex opened() {
        return new RenewableIndex(
                Objects.requireNonNull(database), ANALYZER, new IndexVersion("encoder/1", "analysis/1"), 64);
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        index = opened();
    }

    @AfterEach
    void drop() {
        if (index != null) {
            index.close();
        }
        if (database != null) {
            database.drop();
        }
    }

    @Override
    PassageIndex index() {
        return Objects.requireNonNull(index);
    }

    @Override
    PassageIndex reopened() {
        Objects.requireNonNull(index).close();
        index = null;
        return opened();
    }
}
