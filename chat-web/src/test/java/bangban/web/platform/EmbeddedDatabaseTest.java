package bangban.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.web.start.DiskFull;
import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void register() {
        FilePath.register(new FullFilePath());
    }

    @AfterEach
    void makeRoom() {
        FullFilePath.full = false;
    }

    private EmbeddedDatabase open() {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl("jdbc:h2:full:" + folder.resolve("bangban") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
        hikari.setMaximumPoolSize(3);
        return new EmbeddedDatabase(hikari, folder);
    }

    private static void add(JdbcClient jdbc, int number) {
        jdbc.sql("insert into note values (?, ?)")
                .params(number, "x".repeat(4000))
                .update();
    }

    @Test
    void goesOnAfterAFullDiskWithAllThatWasCommitted() {
        try (EmbeddedDatabase database = open()) {
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("create table note (id int primary key, text varchar(5000))")
                    .update();
            for (int i = 0; i < 50; i++) {
                add(jdbc, i);
            }
            FullFilePath.full = true;
            assertThatThrownBy(() -> add(jdbc, 1000))
                    .isInstanceOf(DataAccessException.class)
                    .satisfies(failure ->
                            assertThat(DiskFull.causes(failure, folder)).isTrue());
            assertThatThrownBy(() -> add(jdbc, 1001)).isInstanceOf(DataAccessException.class);
            FullFilePath.full = false;
            for (int i = 50; i < 60; i++) {
                add(jdbc, i);
            }
        }
        try (EmbeddedDatabase again = open()) {
            assertThat(JdbcClient.create(again)
                            .sql("select count(*) from note where id < 60")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(60);
        }
    }
}
