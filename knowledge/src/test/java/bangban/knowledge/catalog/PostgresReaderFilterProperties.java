package bangban.knowledge.catalog;

import bangban.knowledge.index.TestDatabase;
import javax.sql.DataSource;
import net.jqwik.api.lifecycle.BeforeContainer;

class PostgresReaderFilterProperties extends ReaderFilterProperties {

    @BeforeContainer
    static void skipWithoutServer() {
        TestDatabase.source();
    }

    @Override
    DataSource database() {
        DataSource source = TestDatabase.inFreshSchema();
        KnowledgeSchema.migrate(source);
        return source;
    }
}
