package bangban.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.runtime.identity.Account;
import bangban.runtime.identity.Role;
import bangban.web.http.Documents.Answer;
import bangban.web.platform.Platform;
import bangban.web.platform.Readers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint that there is stands in one of these lists, and each list has its test: a new endpoint fails here until it says what of a
 * document it tells to whom. Documents and readers are random; {@link Reader#mayRead} says what is right.
 */
class EveryEndpointTest {

    private static final String DOCUMENT = "/api/knowledge/documents/{id}";
    /** About the one document that the path names. What the caller may not read must answer as what does not exist. */
    private static final Map<String, Object> OF_ONE_DOCUMENT = Map.of(
            "GET " + DOCUMENT, "",
            "PATCH " + DOCUMENT, Map.of("tier", "nonsense"),
            "DELETE " + DOCUMENT, "",
            "GET " + DOCUMENT + "/pages/{n}", "",
            "GET " + DOCUMENT + "/original", "",
            "GET " + DOCUMENT + "/shares", "",
            "POST " + DOCUMENT + "/shares", Map.of("kind", "nonsense"),
            "DELETE " + DOCUMENT + "/shares/{shareId}", "");
    /** These list documents, or passages of them. */
    private static final Map<String, String> LISTS = Map.of(
            "GET /api/knowledge/documents", "?limit=200&q=暗号",
            "GET /api/knowledge/search", "?k=100&q=紫水晶");
    /** These tell of what belongs to one account, and may hold names and texts of documents. */
    private static final Map<String, Object> OF_ONE_ACCOUNT = Map.ofEntries(
            Map.entry("GET /api/knowledge/jobs/{job}", ""),
            Map.entry("DELETE /api/knowledge/jobs/{job}", ""),
            Map.entry("GET /api/knowledge/jobs/{job}/files", ""),
            Map.entry("POST /api/knowledge/jobs/{job}/retry", Map.of()),
            Map.entry("GET /api/files/{file}", ""),
            Map.entry("DELETE /api/files/{file}", ""),
            Map.entry("GET /api/sessions/{id}/turns", ""),
            Map.entry("POST /api/sessions/{id}/turns", Map.of("text", "你好")),
            Map.entry("PATCH /api/sessions/{id}", Map.of("title", "甲")),
            Map.entry("DELETE /api/sessions/{id}", ""),
            Map.entry("GET /api/turns/{turn}", ""),
            Map.entry("POST /api/turns/{turn}/stop", ""),
            Map.entry("GET /api/turns/{turn}/events", ""),
            Map.entry("POST /api/turns/{turn}/feedback", Map.of("useful", true)),
            Map.entry("DELETE /api/turns/{turn}/feedback", ""));

    private static final String SOURCE = "/api/knowledge/sources/{source}";
    /** These tell of a web source of one account, which may name what only that account may see. */
    private static final Map<String, Object> OF_ONE_SOURCE = Map.of(
            "GET " + SOURCE, "",
            "PATCH " + SOURCE, Map.of("depth", 99),
            "DELETE " + SOURCE, "",
            "GET " + SOURCE + "/runs", "",
            "POST " + SOURCE + "/runs", "",
            "GET " + SOURCE + "/runs/{run}", "",
            "POST " + SOURCE + "/runs/{run}/stop", "");

    /** Lists of what belongs to the caller, or to accounts that they administer or audit. */
    private static final Set<String> LISTS_OF_ONES_OWN =
            Set.of("GET /api/knowledge/jobs", "GET /api/knowledge/sources", "GET /api/sessions");

    private static final Set<String> FOR_SOME_ROLES = Set.of("GET /api/feedback", "GET /api/audit", "GET /api/users");
    /** These tell nothing of any document. */
    private static final Set<String> APART = Set.of(
            "POST /api/knowledge/documents",
            "POST /api/knowledge/sources",
            "GET /api/knowledge/grantees",
            "POST /api/files",
            "POST /api/sessions",
            "GET /api/agents",
            "GET /api/status",
            "GET /api/openapi.yaml",
            "POST /api/login",
            "POST /api/logout",
            "GET /api/me",
            "POST /api/me/password",
            "POST /api/users",
            "PATCH /api/users/{id}",
            "POST /api/users/{id}/password");

    private static final int HOW_MANY = 40;
    private static final String UNKNOWN = "0123456789abcdef01234567";
    private static final List<String> UNITS = List.of("集团", "集团/甲厂", "集团/甲厂/早班", "集团/乙厂");
    private static final List<KnowledgeDocument> DOCUMENTS = new ArrayList<>();
    private static final Map<String, WebTestClient> READERS = new HashMap<>();

    @BeforeAll
    static void seed() throws Exception {
        Random random = new Random(20_261_125);
        for (int i = 0; i < 6; i++) {
            String name = TestServer.freshUser(
                    pick(UNITS, random),
                    pick(List.of(Clearance.values()), random),
                    pick(List.of(Role.MEMBER, Role.KNOWLEDGE_MANAGER, Role.ADMIN), random));
            READERS.put(name, TestServer.as(name));
        }
        for (int i = 0; i < HOW_MANY; i++) {
            DOCUMENTS.add(add(i, random));
        }
    }

    private static KnowledgeDocument add(int number, Random random) throws Exception {
        List<String> users = List.copyOf(new TreeSet<>(READERS.keySet()));
        Tier tier = pick(List.of(Tier.values()), random);
        String session = tier == Tier.PERSONAL && random.nextInt(3) == 0 ? "s" + number : null;
        Place place = new Place(
                tier,
                new OrgPath(pick(UNITS, random)),
                null,
                List.of(),
                pick(List.of(Clearance.values()), random),
                pick(users, random),
                session,
                Set.of());
        LocalDate end = random.nextInt(4) == 0 ? today().minusDays(1) : null;
        String file = "暗号" + number + "n.md";
        byte[] bytes = ("# 暗号" + number + "n\n\n第一条 紫水晶" + number + "n。\n").getBytes(StandardCharsets.UTF_8);
        Platform platform = TestServer.SERVER.platform();
        String id = platform.ingestion()
                .add(
                        new NewDocument(file, null, place, null, end, null, null),
                        new SourceFile(file, bytes),
                        Progress.NONE)
                .document()
                .id();
        if (session == null && random.nextInt(3) == 0) {
            Grantee grantee = random.nextBoolean()
                    ? new Grantee.Account(pick(users, random))
                    : new Grantee.Unit(new OrgPath(pick(UNITS, random)));
            DocumentCatalog.Share share = new DocumentCatalog.Share("admin", Instant.EPOCH);
            platform.ingestion().changes().share(id, grantee, share, (before, after) -> {});
        }
        return platform.documents().entry(id).orElseThrow().document();
    }

    private static LocalDate today() {
        return LocalDate.now(TestServer.SERVER.platform().clock());
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static boolean mayRead(String user, KnowledgeDocument document) {
        Account account = TestServer.SERVER.platform().accounts().find(user).orElseThrow();
        return Readers.of(account.principal()).mayRead(document.place());
    }

    private static Answer answer(WebTestClient client, String endpoint, Object body, String id) {
        String[] parts = endpoint.split(" ");
        String path = parts[1].replaceAll("\\{(id|job|turn|file)}", id)
                .replace("{n}", "1")
                .replace("{shareId}", "dXNlcjp4");
        return Documents.call(client, HttpMethod.valueOf(parts[0]), path, body);
    }

    private static Answer ofSource(WebTestClient client, String endpoint, Object body, String id, String run) {
        return answer(client, endpoint.replace("{source}", id).replace("{run}", run), body, id);
    }

    @Test
    void everyEndpointStandsInOneOfTheLists() {
        Set<String> known = new TreeSet<>(APART);
        known.addAll(OF_ONE_DOCUMENT.keySet());
        known.addAll(LISTS.keySet());
        OF_ONE_ACCOUNT.keySet().forEach(endpoint -> known.add(endpoint.replaceAll("\\{(job|turn|file)}", "{id}")));
        OF_ONE_SOURCE.keySet().forEach(endpoint -> known.add(endpoint.replace("{source}", "{id}")));
        known.addAll(LISTS_OF_ONES_OWN);
        known.addAll(FOR_SOME_ROLES);
        Set<String> there = TestServer.SERVER
                .platform()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> endpoints(mapping).stream())
                .filter(endpoint -> endpoint.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(known);
    }

    private static List<String> endpoints(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> method + " " + pattern.getPatternString()))
                .toList();
    }

    @Test
    void whatAReaderMayNotReadAnswersAsWhatDoesNotExist() {
        READERS.forEach((user, client) -> OF_ONE_DOCUMENT.forEach((endpoint, body) -> {
            Answer unknown = answer(client, endpoint, body, UNKNOWN);
            assertThat(unknown.status()).as(endpoint).isEqualTo(404);
            for (KnowledgeDocument document : DOCUMENTS) {
                if (!mayRead(user, document)) {
                    assertThat(answer(client, endpoint, body, document.id()))
                            .as("%s by %s of %s", endpoint, user, document.place())
                            .isEqualTo(unknown);
                } else if (!endpoint.startsWith("DELETE")) {
                    assertThat(answer(client, endpoint, body, document.id()).status())
                            .as("%s by %s of %s", endpoint, user, document.place())
                            .isNotEqualTo(404);
                }
            }
        }));
        for (KnowledgeDocument document : DOCUMENTS) {
            assertThat(TestServer.SERVER
                            .platform()
                            .documents()
                            .entry(document.id())
                            .orElseThrow()
                            .document())
                    .isEqualTo(document);
        }
    }

    @Test
    void listsHoldAllThatAReaderMayReadAndNothingElse() {
        READERS.forEach((user, client) -> LISTS.forEach((endpoint, query) -> {
            Answer list = answer(client, endpoint + query, "", "");
            assertThat(list.status()).isEqualTo(200);
            for (KnowledgeDocument document : DOCUMENTS) {
                boolean shown = mayRead(user, document)
                        && (endpoint.endsWith("documents")
                                || document.validity().covers(today()));
                assertThat(list.body().contains(document.id()) || list.body().contains(document.title() + "\""))
                        .as("%s by %s of %s", endpoint, user, document.place())
                        .isEqualTo(shown);
            }
        }));
    }

    @Test
    void countsAreOfWhatTheReaderMayRead() {
        READERS.forEach((user, client) -> {
            Account account = TestServer.SERVER.platform().accounts().find(user).orElseThrow();
            Reader reader = Readers.of(account.principal());
            long readable = TestServer.SERVER.platform().documents().all().stream()
                    .map(entry -> entry.document())
                    .filter(document -> reader.mayRead(document.place())
                            && document.validity().covers(today()))
                    .count();
            assertThat(Documents.get(client, "/api/knowledge/search?q=紫水晶").get("searched"))
                    .asString()
                    .startsWith("{documents=" + readable + ",");
        });
    }

    @Test
    void whatBelongsToOneAccountIsNotFoundByAnother() {
        WebTestClient worker = TestServer.as("worker");
        String job = Documents.addJob(worker, "暗号工作.md", "紫水晶工作。");
        String session =
                String.valueOf(Documents.post(worker, "/api/sessions", "").get("id"));
        String turn = String.valueOf(Documents.post(
                        worker, "/api/sessions/" + session + "/turns", Map.of("text", "暗号工作", "agent", "scripted"))
                .get("turnId"));
        String file = Documents.bring(worker, "暗号附件.md", "紫水晶附件。");
        Map<?, ?> source = Documents.post(worker, "/api/knowledge/sources", Map.of("url", "http://127.0.0.1:1/暗号源"));
        String sourceId = String.valueOf(source.get("id"));
        READERS.values().forEach(client -> {
            OF_ONE_ACCOUNT.forEach((endpoint, body) -> {
                String id = endpoint.contains("{job}")
                        ? job
                        : endpoint.contains("{turn}") ? turn : endpoint.contains("{file}") ? file : session;
                Answer unknown = answer(client, endpoint, body, "00000000-0000-0000-0000-000000000000");
                assertThat(unknown.status()).as(endpoint).isEqualTo(404);
                assertThat(answer(client, endpoint, body, id)).as(endpoint).isEqualTo(unknown);
            });
            String run = String.valueOf(((Map<?, ?>) Objects.requireNonNull(source.get("lastRun"))).get("id"));
            OF_ONE_SOURCE.forEach((endpoint, body) -> {
                Answer unknown = ofSource(client, endpoint, body, "00000000-0000-0000-0000-000000000000", run);
                assertThat(unknown.status()).as(endpoint).isEqualTo(404);
                assertThat(ofSource(client, endpoint, body, sourceId, run))
                        .as(endpoint)
                        .isEqualTo(unknown);
            });
            for (String endpoint : LISTS_OF_ONES_OWN) {
                assertThat(answer(client, endpoint, "", "").body())
                        .as(endpoint)
                        .contains("\"items\"")
                        .doesNotContain(job, session, "暗号工作", sourceId);
            }
        });
    }

    @Test
    void whoHoldsNoRoleIsGivenNoListOfOthersDoings() {
        WebTestClient member = TestServer.as(TestServer.freshUser());
        for (String endpoint : FOR_SOME_ROLES) {
            assertThat(answer(member, endpoint, "", "").status()).as(endpoint).isEqualTo(403);
        }
    }
}
