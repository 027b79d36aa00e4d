package bangban.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.People;
import bangban.runtime.identity.Principal;
import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditLogTest {

    private final JdbcClient jdbc = TestDatabase.open();
    private final AuditLog audit = new AuditLog(jdbc, new TestClock());

    @Test
    void anUntouchedChainIsIntact() {
        assertThat(audit.intact()).isTrue();
        threeRecords();
        assertThat(audit.intact()).isTrue();
    }

    @Test
    void recordsOfManyThreadsMakeOneChain() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                String object = "turn " + i;
                threads.execute(() -> audit.record("staff", "ask", object, ""));
            }
        }

        assertThat(audit.intact()).isTrue();
        assertThat(jdbc.sql("select count(*) from audit_record")
                        .query(Long.class)
                        .single())
                .isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'somebody else'",
                "action = 'nothing'",
                "object = 'another'",
                "detail = 'harmless'",
                "at_millis = at_millis + 1",
                "hash = '0000000000000000000000000000000000000000000000000000000000000000'"
            })
    void noticesThatARecordWasChanged(String change) {
        threeRecords();

        jdbc.sql("update audit_record set " + change + " where object = '差旅.docx'")
                .update();

        assertThat(audit.intact()).isFalse();
    }

    @Test
    void noticesThatTextMovedFromOneFieldToTheNext() {
        audit.record("staff", "ask", "ab", "c");

        jdbc.sql("update audit_record set object = 'a', detail = 'bc'").update();

        assertThat(audit.intact()).isFalse();
    }

    @Test
    void noticesThatARecordWasRemoved() {
        for (String object : List.of("staff", "差旅.docx")) {
            jdbc.sql("delete from audit_record").update();
            threeRecords();
            jdbc.sql("delete from audit_record where object = ?").param(object).update();

            assertThat(audit.intact()).as(object).isFalse();
        }
    }

    @Test
    void noticesThatARecordWasInserted() {
        threeRecords();
        String last = jdbc.sql("select hash from audit_record order by id desc limit 1")
                .query(String.class)
                .single();

        jdbc.sql("insert into audit_record (at_millis, actor, action, object, detail, previous_hash, hash)"
                        + " values (1, 'x', 'x', 'x', 'x', ?, ?)")
                .params(last, last)
                .update();

        assertThat(audit.intact()).isFalse();
    }

    @Test
    void recordsAreReadTheLatestFirstPageByPage() {
        threeRecords();

        List<AuditRecord> page = audit.list(OrgPath.ROOT, null, Long.MAX_VALUE, 2);

        assertThat(page).extracting(AuditRecord::action).containsExactly("logout", "document.delete");
        assertThat(audit.list(OrgPath.ROOT, null, page.getLast().id(), 2))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.action()).isEqualTo("login");
                    assertThat(record.actor()).isEqualTo("staff");
                    assertThat(record.at()).isAfter(Instant.parse("2026-03-15T00:00:00Z"));
                });
    }

    @Test
    void anAccountsRecordsIncludeWhatWasDoneToItBeforeAnyoneLoggedIn() {
        threeRecords();
        audit.record("", "login.failed", "staff", "");
        audit.record("", "login.failed", "buyer", "");
        audit.record("admin", "user.disable", "staff", "");

        assertThat(audit.list(OrgPath.ROOT, "staff", Long.MAX_VALUE, 10))
                .extracting(AuditRecord::action)
                .containsExactly("login.failed", "logout", "document.delete", "login");
    }

    @Test
    void aUnitsRecordsAreThoseOfItsAccounts() {
        Accounts accounts = new Accounts(jdbc, new TestClock());
        accounts.add(People.STAFF, "a-long-password");
        accounts.add(
                new Principal("smith", "smith", new OrgPath("澜川集团/钢铁公司"), Set.of(), Clearance.INTERNAL, "en"),
                "a-long-password");
        audit.record("staff", "login", "staff", "");
        audit.record("smith", "login", "smith", "");
        audit.record("", "login.failed", "smith", "");
        audit.record("", "login.failed", "nobody", "");

        assertThat(audit.list(new OrgPath("澜川集团/钢铁公司"), null, Long.MAX_VALUE, 10))
                .extracting(AuditRecord::action)
                .containsExactly("login.failed", "login");
        assertThat(audit.list(new OrgPath("澜川集团/钢铁"), null, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(audit.list(OrgPath.ROOT, null, Long.MAX_VALUE, 10)).hasSize(4);
    }

    private void threeRecords() {
        audit.record("staff", "login", "staff", "");
        audit.record("staff", "document.delete", "差旅.docx", "差旅费管理办法");
        audit.record("staff", "logout", "web", "");
    }
}
