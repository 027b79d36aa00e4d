package bangban.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RuntimeSchemaTest {

    @Test
    void migratingTwiceChangesNothing() {
        DataSource source = TestDatabase.source();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("insert into session values ('s', 'staff', '', current_timestamp, current_timestamp)")
                .update();

        RuntimeSchema.migrate(source);

        assertThat(jdbc.sql("select count(*) from session").query(Long.class).single())
                .isEqualTo(1);
    }
}
