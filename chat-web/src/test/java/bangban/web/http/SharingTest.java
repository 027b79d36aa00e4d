package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.runtime.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

class SharingTest {

    private final String owner = TestServer.freshUser();
    private final String colleague = TestServer.freshUser();
    private final WebTestClient own = TestServer.as(owner);
    private final WebTestClient other = TestServer.as(colleague);

    private static List<Object> shares(WebTestClient client, String id) {
        return Documents.items(client, "/api/knowledge/documents/" + id + "/shares").stream()
                .<Object>map(share -> share.get("name"))
                .toList();
    }

    private static String shareId(WebTestClient client, String id) {
        return String.valueOf(Documents.items(client, "/api/knowledge/documents/" + id + "/shares")
                .getFirst()
                .get("id"));
    }

    private static WebTestClient.ResponseSpec end(WebTestClient client, String id, String share) {
        return client.delete()
                .uri("/api/knowledge/documents/" + id + "/shares/" + share)
                .exchange();
    }

    @Test
    void whatIsSharedIsFoundUntilTheShareEnds() {
        String id = Documents.add(own, "便签.md", "长颈鹿甲。", Map.of());
        assertThat(Documents.found(other, "长颈鹿甲")).doesNotContain(id);

        Documents.share(own, id, "user", colleague).expectStatus().isCreated();
        assertThat(Documents.found(other, "长颈鹿甲")).contains(id);
        assertThat(Documents.get(other, "/api/knowledge/documents/" + id))
                .containsEntry("sharedWithMe", true)
                .containsEntry("mayChange", false)
                .containsEntry("mayDelete", false);
        assertThat(Documents.items(other, "/api/knowledge/documents?shared=true&q=便签"))
                .singleElement()
                .satisfies(document -> assertThat(document.get("id")).isEqualTo(id));
        assertThat(Documents.items(own, "/api/knowledge/documents?shared=true&q=便签"))
                .isEmpty();

        end(own, id, shareId(own, id)).expectStatus().isNoContent();
        assertThat(Documents.found(other, "长颈鹿甲")).doesNotContain(id);
        assertThat(Documents.reads(other, id)).isFalse();
        assertThat(shares(own, id)).isEmpty();
    }

    @Test
    void aUnitIsSharedWithAsAWholeAndNobodyBelowTheClearanceReads() {
        WebTestClient keeper = TestServer.as("keeper");
        WebTestClient stranger = TestServer.as("stranger");
        String open = Documents.add(keeper, "公开事项.md", "长颈鹿乙。", Map.of("tier", "UNIT"));
        String secret = Documents.add(keeper, "秘密事项.md", "长颈鹿丙。", Map.of("tier", "UNIT", "clearance", "秘密"));
        Documents.share(keeper, open, "unit", "集团/乙厂").expectStatus().isCreated();
        Documents.share(keeper, secret, "unit", "集团/乙厂").expectStatus().isCreated();
        assertThat(Documents.reads(stranger, open)).isTrue();
        assertThat(Documents.reads(stranger, secret)).isFalse();
        assertThat(shares(keeper, open)).containsExactly("集团/乙厂");
        end(keeper, open, shareId(keeper, open)).expectStatus().isNoContent();
        assertThat(Documents.reads(stranger, open)).isFalse();
    }

    @Test
    void whomItIsSharedWithNeitherSeesNorChangesTheShares() {
        String id = Documents.add(own, "便签.md", "长颈鹿丁。", Map.of());
        Documents.share(own, id, "user", colleague).expectStatus().isCreated();
        String share = shareId(own, id);
        other.get()
                .uri("/api/knowledge/documents/" + id + "/shares")
                .exchange()
                .expectStatus()
                .isForbidden();
        Documents.share(other, id, "user", "stranger").expectStatus().isForbidden();
        end(other, id, share).expectStatus().isForbidden();
        Documents.patch(other, id, "{\"title\": \"我的\"}").expectStatus().isForbidden();

        WebTestClient stranger = TestServer.as("stranger");
        Documents.share(stranger, id, "user", "stranger").expectStatus().isNotFound();
        end(stranger, id, share).expectStatus().isNotFound();
        end(own, id, "bm8").expectStatus().isNotFound();
        assertThat(shares(own, id)).containsExactly(colleague);
    }

    @Test
    void onlyWhoIsOfTheGroupCanBeNamedAndTheSentenceIsTheSameForAll() {
        String outsider = TestServer.freshUser("别的集团/丁厂", Clearance.INTERNAL, Role.MEMBER);
        String id = Documents.add(own, "便签.md", "长颈鹿戊。", Map.of());
        for (Map.Entry<String, String> unknown : List.of(
                Map.entry("user", outsider),
                Map.entry("user", "nobody-at-all"),
                Map.entry("unit", "别的集团/丁厂"),
                Map.entry("unit", "集团/没有的厂"))) {
            Documents.share(own, id, unknown.getKey(), unknown.getValue())
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("unknown-account-or-unit");
        }
        Documents.share(own, id, "everyone", "x").expectStatus().isBadRequest();
        assertThat(shares(own, id)).isEmpty();
    }

    @Test
    void suggestionsAreAccountsAndUnitsOfTheOwnGroup() {
        String outsider = TestServer.freshUser("别的集团/丁厂", Clearance.INTERNAL, Role.MEMBER);
        String disabled = TestServer.freshUser();
        TestServer.SERVER.platform().accounts().disable(disabled, true);
        assertThat(Documents.items(own, "/api/knowledge/grantees?q=厂"))
                .extracting(item -> (Object) item.get("name"))
                .contains("集团/甲厂", "集团/乙厂")
                .doesNotContain("别的集团/丁厂");
        assertThat(names(colleague)).containsExactly(colleague);
        assertThat(names(outsider)).isEmpty();
        assertThat(names(disabled)).isEmpty();
        assertThat(names(owner)).isEmpty();
        assertThat(names("%")).isEmpty();
    }

    private List<Object> names(String part) {
        return Documents.items(own, "/api/knowledge/grantees?q=" + part.replace("%", "%25")).stream()
                .<Object>map(item -> item.get("name"))
                .toList();
    }

    @Test
    void aUnitThatOnlyAHiddenDocumentNamesIsNotSuggested() {
        WebTestClient keeper = TestServer.as("keeper");
        Documents.add(keeper, "筹备.md", "长颈鹿己。", Map.of("tier", "UNIT", "org", "集团/甲厂/保密筹备组", "clearance", "秘密"));
        assertThat(names("保密筹备组")).isEmpty();
    }

    @Test
    void everyShareAndItsEndAreInTheAuditLog() {
        String id = Documents.add(own, "便签.md", "长颈鹿庚。", Map.of());
        Documents.share(own, id, "user", colleague).expectStatus().isEqualTo(HttpStatus.CREATED);
        end(own, id, shareId(own, id)).expectStatus().isNoContent();
        List<Map<String, Object>> records = Documents.items(TestServer.as("admin"), "/api/audit?user=" + owner);
        assertThat(records)
                .filteredOn(record -> id.equals(record.get("object")))
                .extracting(record -> record.get("action") + " " + record.get("detail"))
                .containsExactly("document.unshare user:" + colleague, "document.share user:" + colleague);
    }
}
