package bangban.knowledge.catalog;

import javax.sql.DataSource;

class H2ReaderFilterProperties extends ReaderFilterProperties {

    @Override
    DataSource database() {
        return DocumentCatalogTest.database();
    }
}
