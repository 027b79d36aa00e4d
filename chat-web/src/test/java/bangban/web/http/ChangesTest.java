package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.runtime.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class ChangesTest {

    private static final String UNIT = "集团/甲厂";

    private final String manager = TestServer.freshUser(UNIT, Clearance.SECRET, Role.KNOWLEDGE_MANAGER);
    private final WebTestClient keeper = TestServer.as(manager);
    private final WebTestClient worker = TestServer.as("worker");
    private final WebTestClient stranger = TestServer.as("stranger");

    private String add(String file, String clause) {
        return Documents.add(keeper, manager + file, clause, Map.of("tier", "UNIT", "domain", "安全", "tags", "早班"));
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        String id = add("一.md", "犀牛甲。");
        Documents.patch(keeper, id, "{\"tags\": [\"晚班\", \"晚班\"], \"effectiveFrom\": \"2020-01-01\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tags")
                .isEqualTo(List.of("晚班"))
                .jsonPath("$.domain")
                .isEqualTo("安全")
                .jsonPath("$.effectiveFrom")
                .isEqualTo("2020-01-01");
        Documents.patch(keeper, id, "{\"tags\": null, \"domain\": null, \"effectiveFrom\": null, \"title\": \"犀牛规定\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tags")
                .isEmpty()
                .jsonPath("$.domain")
                .isEmpty()
                .jsonPath("$.effectiveFrom")
                .isEmpty()
                .jsonPath("$.title")
                .isEqualTo("犀牛规定");
        assertThat(Documents.found(worker, "犀牛规定")).contains(id);
    }

    @Test
    void aMoveCountsAtOnceAndIsUndone() {
        String id = add("二.md", "犀牛乙。");
        Documents.patch(keeper, id, "{\"tier\": \"PERSONAL\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.owner")
                .isEqualTo(manager);
        assertThat(Documents.reads(worker, id)).isFalse();
        assertThat(Documents.found(worker, "犀牛乙")).doesNotContain(id);
        Documents.patch(keeper, id, "{\"tier\": \"UNIT\", \"org\": \"" + UNIT + "\"}")
                .expectStatus()
                .isOk();
        assertThat(Documents.reads(worker, id)).isTrue();
        assertThat(Documents.found(worker, "犀牛乙")).contains(id);
    }

    @Test
    void whatEndedYesterdayIsFoundNoMoreButAsOfThen() {
        String id = add("三.md", "犀牛丙。");
        LocalDate today = LocalDate.now(TestServer.SERVER.platform().clock());
        Documents.patch(keeper, id, "{\"effectiveTo\": \"" + today.minusDays(1) + "\"}")
                .expectStatus()
                .isOk();
        assertThat(Documents.found(worker, "犀牛丙")).doesNotContain(id);
        assertThat(Documents.found(worker, "犀牛丙&asOf=" + today.minusDays(1))).contains(id);
        Documents.patch(keeper, id, "{\"effectiveTo\": null}").expectStatus().isOk();
        assertThat(Documents.found(worker, "犀牛丙")).contains(id);
    }

    @Test
    void aHigherClearanceHidesAtOnceAndNobodySetsOneAboveTheirOwn() {
        String id = add("四.md", "犀牛丁。");
        Documents.patch(keeper, id, "{\"clearance\": \"机密\"}").expectStatus().isForbidden();
        assertThat(Documents.reads(worker, id)).isTrue();
        Documents.patch(keeper, id, "{\"clearance\": \"秘密\"}").expectStatus().isOk();
        assertThat(Documents.reads(worker, id)).isFalse();
        assertThat(Documents.found(worker, "犀牛丁")).doesNotContain(id);
    }

    @Test
    void whoeverMovesADocumentManagesBothPlaces() {
        String id = add("五.md", "犀牛戊。");
        Documents.patch(keeper, id, "{\"org\": \"集团/乙厂\"}").expectStatus().isForbidden();
        Documents.patch(keeper, id, "{\"tier\": \"GROUP\"}").expectStatus().isForbidden();
        Documents.patch(worker, id, "{\"tags\": []}").expectStatus().isForbidden();
        Documents.patch(stranger, id, "{\"tags\": []}").expectStatus().isNotFound();
        Documents.patch(stranger, id, "{\"nonsense\": 1}").expectStatus().isNotFound();
        Documents.patch(TestServer.as("admin"), id, "{\"tier\": \"GROUP\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.org")
                .isEqualTo("集团");
        assertThat(Documents.reads(stranger, id)).isTrue();
        Documents.patch(keeper, id, "{\"tags\": []}").expectStatus().isForbidden();
    }

    @Test
    void onlyItsOwnerChangesAPersonalDocumentAndGivesItToNobodyElse() {
        WebTestClient own = TestServer.as(TestServer.freshUser());
        String id = Documents.add(own, "私.md", "犀牛己。", Map.of());
        Documents.patch(TestServer.as("admin"), id, "{\"tags\": []}")
                .expectStatus()
                .isNotFound();
        Documents.patch(own, id, "{\"owner\": \"stranger\"}").expectStatus().isForbidden();
        Documents.patch(own, id, "{\"tier\": \"UNIT\"}").expectStatus().isForbidden();
        Documents.patch(own, id, "{\"title\": \"我的犀牛\", \"tags\": [\"甲\"]}")
                .expectStatus()
                .isOk();
    }

    @Test
    void theSameFileAgainIsTheMovedDocumentThereAndANewOneHere() {
        String file = manager + "六.md";
        String moved = Documents.add(keeper, file, "犀牛庚。", Map.of("tier", "UNIT"));
        Documents.patch(keeper, moved, "{\"org\": \"集团/甲厂/早班\"}").expectStatus().isOk();
        Map<String, String> there = Map.of("tier", "UNIT", "org", "集团/甲厂/早班");
        assertThat(Documents.add(keeper, file, "犀牛庚。", there)).isEqualTo(moved);
        String fresh = Documents.add(keeper, file, "犀牛庚。", Map.of("tier", "UNIT"));
        assertThat(fresh).isNotEqualTo(moved);
        Documents.patch(keeper, fresh, "{\"org\": \"集团/甲厂/早班\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("place-taken");
    }

    @Test
    void nobodyReplacesWhatIsAboveTheirClearance() {
        WebTestClient lower = TestServer.as(TestServer.freshUser(UNIT, Clearance.INTERNAL, Role.KNOWLEDGE_MANAGER));
        String id = add("七.md", "犀牛辛。");
        Documents.patch(keeper, id, "{\"clearance\": \"秘密\"}").expectStatus().isOk();
        Documents.upload(lower, manager + "七.md", "别的。", Map.of("tier", "UNIT"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(Documents.found(keeper, "犀牛辛")).contains(id);
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheFieldsName() {
        String id = add("八.md", "犀牛壬。");
        for (String patch : List.of(
                "{\"tier\": null}",
                "{\"tier\": \"ALL\"}",
                "{\"org\": \"/\"}",
                "{\"clearance\": \"绝密\"}",
                "{\"tags\": \"早班\"}",
                "{\"tags\": [1]}",
                "{\"title\": \" \"}",
                "{\"effectiveFrom\": \"明天\"}",
                "{\"effectiveFrom\": \"2025-01-02\", \"effectiveTo\": \"2025-01-01\"}",
                "{\"id\": \"x\"}")) {
            Documents.patch(keeper, id, patch)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("invalid-value");
        }
        Documents.patch(keeper, id, "[]").expectStatus().isBadRequest();
        Documents.patch(keeper, id, "{").expectStatus().isBadRequest();
        Documents.patch(keeper, id, "{\"title\": \"" + "长".repeat(501) + "\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("field-too-long");
        Documents.patch(keeper, id, "{\"owner\": \"nobody-at-all\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unknown-account-or-unit");
    }

    @Test
    void everyChangedFieldIsInTheAuditLogBeforeAndAfter() {
        String id = add("九.md", "犀牛癸。");
        Documents.patch(keeper, id, "{\"clearance\": \"秘密\", \"tags\": [\"晚班\"], \"domain\": \"安全\"}")
                .expectStatus()
                .isOk();
        assertThat(Documents.items(TestServer.as("admin"), "/api/audit?user=" + manager))
                .filteredOn(record -> "document.change".equals(record.get("action")))
                .extracting(record -> (Object) record.get("detail"))
                .containsExactlyInAnyOrder("tags: 早班 → 晚班", "clearance: 内部 → 秘密");
    }

    @Test
    void anOlderVersionThatTheReaderMayNotSeeIsNotNamed() {
        String old = Documents.add(
                keeper,
                manager + "考勤（2023版）.md",
                "旧。",
                Map.of("tier", "UNIT", "title", manager + "（2023版）", "clearance", "秘密"));
        String fresh = Documents.add(
                keeper,
                manager + "考勤（2025版）.md",
                "新。",
                Map.of("tier", "UNIT", "title", manager + "（2025版）", "supersedes", old));
        assertThat(Documents.get(keeper, "/api/knowledge/documents/" + fresh)).containsEntry("supersedes", old);
        assertThat(Documents.get(worker, "/api/knowledge/documents/" + fresh).get("supersedes"))
                .isNull();
    }
}
