package bangban.knowledge.catalog;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class DocumentCatalogTest extends CatalogContract {

    @Override
    DataSource fresh() {
        return database();
    }

    static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        KnowledgeSchema.migrate(source);
        return source;
    }
}
