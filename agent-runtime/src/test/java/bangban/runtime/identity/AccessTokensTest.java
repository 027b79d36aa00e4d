package bangban.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class AccessTokensTest {

    private final TestClock clock = new TestClock();
    private final JdbcClient jdbc = TestDatabase.open();
    private final Accounts accounts = new Accounts(jdbc, clock, new BCryptPasswordEncoder(4));
    private final AccessTokens tokens = new AccessTokens(jdbc, clock);

    private Account staff;
    private Account buyer;

    @BeforeEach
    void addAccounts() {
        staff = accounts.add(People.STAFF, "correct horse");
        buyer = accounts.add(People.BUYER, "correct horse");
    }

    @Test
    void aTokenIsItsAccountsPrincipal() {
        assertThat(tokens.principal(tokens.issue(staff).token())).contains(People.STAFF);
    }

    @Test
    void anythingElseIsNobody() {
        String token = tokens.issue(staff).token();

        assertThat(tokens.principal("")).isEmpty();
        assertThat(tokens.principal(token + "x")).isEmpty();
        assertThat(tokens.principal(token.substring(1))).isEmpty();
        assertThat(tokens.principal("' or '1'='1")).isEmpty();
    }

    @Test
    void neitherTheTokenNorAnythingThatLogsInIsStored() {
        String token = tokens.issue(staff).token();
        String stored =
                jdbc.sql("select hash from access_token").query(String.class).single();

        assertThat(stored).isNotEqualTo(token);
        assertThat(tokens.principal(stored)).isEmpty();
    }

    @Test
    void everyTokenIsAnother() {
        Set<String> issued = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            issued.add(tokens.issue(staff).token());
        }

        assertThat(issued).hasSize(100).allSatisfy(token -> assertThat(token).hasSizeGreaterThanOrEqualTo(43));
    }

    @Test
    void aTokenEndsWhenItSaysSo() {
        AccessTokens.Issued issued = tokens.issue(staff);
        Duration life = Duration.between(clock.instant(), issued.expiresAt());

        clock.forward(life.minusSeconds(1));
        assertThat(tokens.principal(issued.token())).isPresent();
        clock.forward(Duration.ofSeconds(2));
        assertThat(tokens.principal(issued.token())).isEmpty();
    }

    @Test
    void expiredTokensAreClearedAwayWhenOneIsIssued() {
        tokens.issue(staff);
        clock.forward(Duration.ofDays(2));
        tokens.issue(staff);

        assertThat(jdbc.sql("select count(*) from access_token")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRevokedTokenIsDeadAndTheOthersLive() {
        String first = tokens.issue(staff).token();
        String second = tokens.issue(staff).token();

        tokens.revoke(first);

        assertThat(tokens.principal(first)).isEmpty();
        assertThat(tokens.principal(second)).isPresent();
    }

    @Test
    void revokingAllOfOneLeavesEverybodyElse() {
        String first = tokens.issue(staff).token();
        String other = tokens.issue(buyer).token();

        tokens.revokeAllOf("staff");

        assertThat(tokens.principal(first)).isEmpty();
        assertThat(tokens.principal(other)).isPresent();
    }

    @Test
    void revokingTheOthersKeepsTheOneThatAsks() {
        String asking = tokens.issue(staff).token();
        String elsewhere = tokens.issue(staff).token();
        String other = tokens.issue(buyer).token();

        tokens.revokeOthersOf("staff", asking);

        assertThat(tokens.principal(asking)).isPresent();
        assertThat(tokens.principal(elsewhere)).isEmpty();
        assertThat(tokens.principal(other)).isPresent();
    }

    @Test
    void aDisabledAccountsTokensAreDeadAtOnce() {
        String token = tokens.issue(staff).token();

        accounts.disable("staff", true);

        assertThat(tokens.principal(token)).isEmpty();
    }
}
