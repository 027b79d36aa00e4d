package bangban.web.platform;

import bangban.runtime.store.RuntimeSchema;
import bangban.web.start.DataFolder;
import bangban.web.start.DatabaseSettings;
import bangban.web.start.Settings;
import com.zaxxer.hikari.HikariConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database, in the data folder or on a server, and the time. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CONNECTIONS = 12;

    @Bean
    DataSource dataSource(DataFolder folder, Settings settings) {
        DatabaseSettings server = settings.database();
        return server == null ? embedded(folder) : ServerDatabase.open(server);
    }

    private static EmbeddedDatabase embedded(DataFolder folder) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("bangban");
        // async: a stopped turn interrupts its thread, and an interrupt closes the file under H2's usual channel
        hikari.setJdbcUrl("jdbc:h2:async:" + folder.folder("database").resolve("bangban")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE"
                // committed work is in the file 20 ms later, not half a second; at 0 the file would never be compacted
                // while it is open
                + ";WRITE_DELAY=20");
        hikari.setMaximumPoolSize(CONNECTIONS);
        hikari.setMinimumIdle(2);
        hikari.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        hikari.setRegisterMbeans(false);
        return new EmbeddedDatabase(hikari, folder.root());
    }

    /** Migrates before anyone can ask. */
    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        RuntimeSchema.migrate(dataSource);
        return JdbcClient.create(dataSource);
    }

    @Bean
    Clock clock(Settings settings) {
        Clock now = Clock.system(ZONE);
        LocalDate today = settings.today();
        return today == null
                ? now
                : Clock.offset(now, Duration.between(LocalDate.now(now).atStartOfDay(ZONE), today.atStartOfDay(ZONE)));
    }
}
