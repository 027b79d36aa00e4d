package bangban.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.runtime.store.TestClock;
import bangban.runtime.store.TestDatabase;
import java.util.List;
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

    private void threeRecords() {
        audit.record("staff", "login", "staff", "");
        audit.record("staff", "document.delete", "差旅.docx", "差旅费管理办法");
        audit.record("staff", "logout", "web", "");
    }
}
