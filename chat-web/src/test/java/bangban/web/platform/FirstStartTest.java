package bangban.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.ConfigFolder;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.Account;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import bangban.runtime.store.RuntimeSchema;
import bangban.web.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FirstStartTest {

    private static final String FIRST = "the-first-password";
    private static final String LATER = "a-later-password";

    private final JdbcDataSource source = new JdbcDataSource();
    private final JdbcClient jdbc;
    private final Accounts accounts;

    @TempDir
    Path home = Path.of("");

    @TempDir
    Path config = Path.of("");

    FirstStartTest() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        RuntimeSchema.migrate(source);
        jdbc = JdbcClient.create(source);
        accounts = new Accounts(jdbc, Clock.systemUTC());
    }

    @BeforeEach
    void describeTheDemo() throws IOException {
        Files.createDirectories(config.resolve("demo"));
        Files.writeString(config.resolve("demo/accounts.yaml"), """
                accounts:
                  - {username: admin, displayName: {zh-CN: 管, en: A}, org: 集团, clearance: 机密, roles: [admin], locale: zh-CN}
                  - {username: staff, displayName: {zh-CN: 员, en: S}, org: 集团, clearance: 内部, roles: [member], locale: zh-CN}
                """);
    }

    private FirstStart start(String demo, String password) {
        Settings settings = Settings.of(Map.of(
                "BANGBAN_CONFIG",
                config.toString(),
                "BANGBAN_HOME",
                home.toString(),
                "BANGBAN_DEMO",
                demo,
                "BANGBAN_DEMO_PASSWORD",
                password));
        ConfigFolder folder = new ConfigFolder(config);
        DemoMode mode = new DemoMode(home.resolve("first-start"), settings.demo(), accounts, DemoAccounts.read(folder));
        return new FirstStart(
                settings,
                folder,
                mode,
                accounts,
                new AuditLog(jdbc, Clock.systemUTC()),
                new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    private List<String> names() {
        return accounts.list(bangban.config.organisation.OrgPath.ROOT, "", 100).stream()
                .map(Account::username)
                .toList();
    }

    @Test
    void aFolderWithoutTheDemoStaysWithoutItWhenTheSettingIsForgotten() {
        start("false", FIRST).makeAccounts();

        FirstStart later = start("true", LATER);

        assertThat(later.makeAccounts()).isEmpty();
        assertThat(names()).containsExactly("admin");
        assertThat(accounts.authenticate("admin", FIRST)).isPresent();
        assertThat(accounts.authenticate("admin", LATER)).isEmpty();
        assertThat(later.keepsDemo()).isFalse();
    }

    @Test
    void aFolderWithTheDemoKeepsItAndSaysSo() {
        assertThat(start("true", FIRST).makeAccounts())
                .hasValueSatisfying(made ->
                        assertThat(made.accounts()).extracting(Principal::user).containsExactly("admin", "staff"));

        FirstStart later = start("false", LATER);

        assertThat(later.makeAccounts()).isEmpty();
        assertThat(later.keepsDemo()).isTrue();
        assertThat(accounts.authenticate("staff", FIRST)).isPresent();
    }

    @Test
    void aFolderFromBeforeTheRecordIsJudgedByItsAccountsOnce() throws IOException {
        start("false", FIRST).makeAccounts();
        Files.delete(home.resolve("first-start"));

        assertThat(start("true", LATER).makeAccounts()).isEmpty();

        assertThat(names()).containsExactly("admin");
        assertThat(home.resolve("first-start")).hasContent("demo=false");
    }

    @Test
    void whileThereAreNoAccountsTheSettingDecides() throws IOException {
        Files.writeString(home.resolve("first-start"), "demo=true");

        start("false", FIRST).makeAccounts();

        assertThat(names()).containsExactly("admin");
        assertThat(home.resolve("first-start")).hasContent("demo=false");
    }

    @Test
    void aStartThatIsCutOffMakesNoAccounts() throws IOException {
        Files.writeString(config.resolve("demo/accounts.yaml"), """
                accounts:
                  - {username: admin, displayName: {zh-CN: 管, en: A}, org: 集团, clearance: 机密, roles: [admin], locale: zh-CN}
                  - {username: 'not a name', displayName: {zh-CN: 员, en: S}, org: 集团, clearance: 内部, roles: [], locale: zh-CN}
                """);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> start("true", FIRST).makeAccounts())
                .isInstanceOf(bangban.runtime.error.PlatformException.class);

        assertThat(names()).isEmpty();
    }
}
