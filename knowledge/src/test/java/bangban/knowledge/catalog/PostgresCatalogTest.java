package bangban.knowledge.catalog;

import bangban.knowledge.index.TestDatabase;
import javax.sql.DataSource;

class PostgresCatalogTest extends CatalogContract {

    @Override
    DataSource fresh() {
        DataSource source = TestDatabase.inFreshSchema();
        KnowledgeSchema.migrate(source);
        return source;
    }
}
