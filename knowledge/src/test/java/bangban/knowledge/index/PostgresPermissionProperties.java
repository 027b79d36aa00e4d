package bangban.knowledge.index;

import bangban.language.analyze.TermAnalyzer;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class PostgresPermissionProperties extends PermissionProperties {

    private @Nullable PassageDatabase database;

    @Override
    PassageIndex open() {
        database = TestDatabase.fresh();
        return new RenewableIndex(database, new TermAnalyzer(), new IndexVersion("encoder/1", "analysis/1"), 64);
    }

    @Override
    void discard(PassageIndex index) throws IOException {
        index.close();
        Objects.requireNonNull(database).drop();
    }
}
