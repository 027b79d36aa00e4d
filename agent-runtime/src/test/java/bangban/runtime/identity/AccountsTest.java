package bangban.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class AccountsTest {

    private static final String PASSWORD = "correct horse";

    private final JdbcClient jdbc = TestDatabase.open();
    private final Accounts accounts = new Accounts(jdbc, new TestClock(), new BCryptPasswordEncoder(4));

    @Test
    void whatIsAddedIsFoundAgain() {
        Principal principal = new Principal(
                "李四",
                "李四（采购部）",
                new OrgPath("澜川集团/采购部"),
                Set.of(Role.MEMBER, Role.KNOWLEDGE_MANAGER),
                Clearance.SECRET,
                "en");

        assertThat(accounts.none()).isTrue();
        accounts.add(principal, PASSWORD);

        assertThat(accounts.find("李四")).contains(new Account(principal, false));
        assertThat(accounts.none()).isFalse();
    }

    @Test
    void namesDoNotDifferByLetterCaseOrBlanksAround() {
        accounts.add(People.member("Staff"), PASSWORD);

        assertThat(accounts.find(" STAFF ")).isPresent();
        assertThat(accounts.authenticate("sTaff", PASSWORD)).isPresent();
        assertCode(ErrorCode.ACCOUNT_EXISTS, () -> accounts.add(People.member("sTAFF"), PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "with blank", "../etc", "a'; drop table account --", "-dash", "tab\tname"})
    void aNameThatIsNotAllowedIsRefused(String name) {
        assertCode(ErrorCode.INVALID_ACCOUNT, () -> accounts.add(People.member(name), PASSWORD));
    }

    @Test
    void aPasswordThatIsTooShortOrBeyondWhatBcryptReadsIsRefused() {
        assertCode(ErrorCode.WEAK_PASSWORD, () -> accounts.add(People.STAFF, "123456789"));
        assertCode(ErrorCode.WEAK_PASSWORD, () -> accounts.add(People.STAFF, "密".repeat(25)));
        accounts.add(People.STAFF, "密".repeat(24));
        assertCode(ErrorCode.WEAK_PASSWORD, () -> accounts.changePassword("staff", "short"));
        assertThat(accounts.authenticate("staff", "密".repeat(24))).isPresent();
    }

    @Test
    void onlyTheRightPasswordOfAnEnabledAccountAuthenticates() {
        accounts.add(People.STAFF, PASSWORD);

        assertThat(accounts.authenticate("staff", PASSWORD)).isPresent();
        assertThat(accounts.authenticate("staff", "correct horsf")).isEmpty();
        assertThat(accounts.authenticate("staff", "")).isEmpty();
        assertThat(accounts.authenticate("nobody", PASSWORD)).isEmpty();
        assertThat(accounts.authenticate("nobody", "no account has this password"))
                .isEmpty();
        assertThat(accounts.authenticate("staff", "x".repeat(1_000))).isEmpty();

        assertThat(accounts.disable("staff", true)).isTrue();
        assertThat(accounts.authenticate("staff", PASSWORD)).isEmpty();
        accounts.disable("staff", false);
        assertThat(accounts.authenticate("staff", PASSWORD)).isPresent();
        assertThat(accounts.disable("nobody", true)).isFalse();
    }

    @Test
    void aChangedPasswordReplacesTheOldOne() {
        accounts.add(People.STAFF, PASSWORD);

        accounts.changePassword("staff", "battery staple");

        assertThat(accounts.authenticate("staff", PASSWORD)).isEmpty();
        assertThat(accounts.authenticate("staff", "battery staple")).isPresent();
    }

    @Test
    void noPasswordIsStoredAsItIs() {
        accounts.add(People.STAFF, PASSWORD);

        assertThat(jdbc.sql("select password_hash from account")
                        .query(String.class)
                        .single())
                .startsWith("$2")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aUnitsListHoldsTheUnitAndWhatIsBelowItButNoNeighbourWithALongerName() {
        accounts.add(People.in("a-group", "澜川集团"), PASSWORD);
        accounts.add(People.in("b-steel", "澜川集团/钢铁"), PASSWORD);
        accounts.add(People.in("c-iron", "澜川集团/钢铁/炼铁厂"), PASSWORD);
        accounts.add(People.in("d-steelworks", "澜川集团/钢铁公司"), PASSWORD);

        assertThat(accounts.list(new OrgPath("澜川集团/钢铁"), "", 10))
                .extracting(Account::username)
                .containsExactly("b-steel", "c-iron");
        assertThat(accounts.list(OrgPath.ROOT, "", 10)).hasSize(4);
        assertThat(accounts.list(OrgPath.ROOT, "b-steel", 1))
                .extracting(Account::username)
                .containsExactly("c-iron");
    }

    private static void assertCode(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
