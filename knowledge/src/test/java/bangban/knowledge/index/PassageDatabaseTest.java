package bangban.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.knowledge.index.ServerIndexException.Problem;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PassageDatabaseTest {

    @Test
    void knowsWhichPgvectorGoesOnUnderAFilter() {
        assertThat(PassageDatabase.isRecent("0.7.4")).isFalse();
        assertThat(PassageDatabase.isRecent("0.8.0")).isTrue();
        assertThat(PassageDatabase.isRecent("0.10.1")).isTrue();
        assertThat(PassageDatabase.isRecent("1.0.0")).isTrue();
    }

    @Test
    void saysThatPgvectorIsMissingWhereTheAccountMayNotEnableIt() {
        JdbcClient admin = JdbcClient.create(TestDatabase.source());
        String name = "without_" + ProcessHandle.current().pid();
        admin.sql("create role " + name + " login password 'p'").update();
        admin.sql("create database " + name).update();
        try {
            String url = Objects.requireNonNull(System.getenv("BANGBAN_TEST_PG_URL"));
            PassageDatabase database = new PassageDatabase(
                    new DriverManagerDataSource(url.substring(0, url.lastIndexOf('/') + 1) + name, name, "p"));
            refuses(database, Problem.NO_PGVECTOR);
        } finally {
            admin.sql("drop database " + name + " with (force)").update();
            admin.sql("drop role " + name).update();
        }
    }

    @Test
    void saysThatNothingAnswers() {
        DataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere", "a", "b");
        refuses(new PassageDatabase(nowhere), Problem.UNREACHABLE);
    }

    private static void refuses(PassageDatabase database, Problem expected) {
        assertThatThrownBy(database::prepare)
                .isInstanceOfSatisfying(
                        ServerIndexException.class, e -> assertThat(e.problem()).isEqualTo(expected));
    }
}
