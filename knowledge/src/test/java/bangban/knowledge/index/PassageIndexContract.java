package bangban.knowledge.index;

import static bangban.knowledge.index.IndexFixtures.TODAY;
import static bangban.knowledge.index.IndexFixtures.document;
import static bangban.knowledge.index.IndexFixtures.passages;
import static bangban.knowledge.index.IndexFixtures.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every index must do. */
abstract class PassageIndexContract {

    static final Reader STAFF = new Reader("staff", new OrgPath("集团/钢铁公司/炼铁厂"), Clearance.INTERNAL, false);
    static final Filter ALL = new Filter(STAFF, TODAY);

    abstract PassageIndex index();

    /** Closes and opens the same index again. */
    abstract PassageIndex reopened() throws IOException;

    @Test
    void findsByWordsAndByMeaning() {
        put(document("a", group()), "出差住宿标准为每人每天五百元", "印章外借须经审批");

        assertThat(texts(index().byWords(new WordQuery("住宿标准是多少"), ALL, 5))).containsExactly("出差住宿标准为每人每天五百元");
        assertThat(texts(index().byMeaning(IndexFixtures.vector("印章外借须经审批"), ALL, 1)))
                .containsExactly("印章外借须经审批");
        assertThat(index().byMeaning(IndexFixtures.vector("印章外借须经审批"), ALL, 1)
                        .getFirst()
                        .score())
                .isCloseTo(1, Offset.offset(1e-4));
    }

    @Test
    void returnsAllMatchesHoweverSelectiveTheReadersPermissions() {
        for (int i = 0; i < 1_000; i++) {
            Place place = i % 100 == 0 ? personal("staff") : personal("somebody" + i);
            put(document("d" + i, place), "设备点检记录第" + i + "号");
        }

        assertThat(index().byWords(new WordQuery("设备点检记录"), ALL, 10)).hasSize(10);
        assertThat(index().byMeaning(IndexFixtures.vector("设备点检"), ALL, 10)).hasSize(10);
        assertThat(index().documents(ALL)).isEqualTo(10);
    }

    @Test
    void replacesAllPassagesOfADocument() {
        put(document("a", group()), "旧的住宿标准", "旧的交通标准");
        put(document("a", group()), "新的住宿标准");

        assertThat(texts(index().byWords(new WordQuery("标准"), ALL, 5))).containsExactly("新的住宿标准");
        assertThat(index().documents(ALL)).isEqualTo(1);
    }

    @Test
    void deletesEverywhere() {
        put(document("a", group()), "采购限额");
        put(document("b", group()), "采购限额细则");
        index().delete("a");

        assertThat(texts(index().byWords(new WordQuery("采购限额"), ALL, 5))).containsExactly("采购限额细则");
        assertThat(texts(index().byMeaning(IndexFixtures.vector("采购限额"), ALL, 5)))
                .containsExactly("采购限额细则");
        assertThat(index().neighbours("a", 0, 9, ALL)).isEmpty();
    }

    @Test
    void updatesPlaceValidityAndTitleKeepingTextAndVectors() {
        put(document("a", personal("other")), "授信审批权限");
        assertThat(index().byWords(new WordQuery("授信"), ALL, 5)).isEmpty();

        index().update(document("a", group(), new Validity(TODAY, null)));

        Filter before = new Filter(STAFF, TODAY.minusDays(1));
        assertThat(texts(index().byWords(new WordQuery("授信"), ALL, 5))).containsExactly("授信审批权限");
        assertThat(index().byMeaning(IndexFixtures.vector("授信审批权限"), ALL, 5)
                        .getFirst()
                        .score())
                .isCloseTo(1, Offset.offset(1e-4));
        assertThat(index().byWords(new WordQuery("授信"), before, 5)).isEmpty();
    }

    @Test
    void findsWhatIsSharedUntilItIsSharedNoLonger() {
        Place own = personal("other");
        put(document("account", own.sharedWith(Set.of(new Grantee.Account("staff")))), "出差总结甲");
        put(document("unit", own.sharedWith(Set.of(new Grantee.Unit(new OrgPath("集团/钢铁公司"))))), "出差总结乙");
        put(document("beside", own.sharedWith(Set.of(new Grantee.Unit(new OrgPath("集团/钢铁"))))), "出差总结丙");
        assertThat(texts(index().byWords(new WordQuery("出差总结"), ALL, 5))).containsExactlyInAnyOrder("出差总结甲", "出差总结乙");

        index().update(document("account", own));

        assertThat(texts(index().byWords(new WordQuery("出差总结"), ALL, 5))).containsExactly("出差总结乙");
        assertThat(texts(index().byMeaning(IndexFixtures.vector("出差总结"), ALL, 5)))
                .containsExactly("出差总结乙");
    }

    @Test
    void findsWhatIsForOneSessionThereOnly() {
        Place attached = new Place(
                Tier.PERSONAL, new OrgPath("集团"), null, List.of(), Clearance.INTERNAL, "staff", "s1", Set.of());
        put(document("a", attached), "报价单附件");
        Reader other = new Reader("other", STAFF.org(), STAFF.clearance(), true);

        assertThat(index().byWords(new WordQuery("报价单"), ALL, 5)).isEmpty();
        assertThat(index().byWords(new WordQuery("报价单"), new Filter(STAFF.in("s2"), TODAY), 5))
                .isEmpty();
        assertThat(index().byMeaning(IndexFixtures.vector("报价单"), new Filter(other.in("s1"), TODAY), 5))
                .isEmpty();
        assertThat(texts(index().byWords(new WordQuery("报价单"), new Filter(STAFF.in("s1"), TODAY), 5)))
                .containsExactly("报价单附件");
    }

    @Test
    void findsWhatIsInForceOnTheDay() {
        LocalDate change = LocalDate.of(2025, 7, 1);
        put(document("old", group(), new Validity(null, change.minusDays(1))), "住宿标准三百元");
        put(document("new", group(), new Validity(change, null)), "住宿标准五百元");

        assertThat(texts(index().byWords(new WordQuery("住宿标准"), new Filter(STAFF, change.minusDays(1)), 5)))
                .containsExactly("住宿标准三百元");
        assertThat(texts(index().byWords(new WordQuery("住宿标准"), new Filter(STAFF, change), 5)))
                .containsExactly("住宿标准五百元");
        assertThat(texts(index().byMeaning(IndexFixtures.vector("住宿"), new Filter(STAFF, change), 5)))
                .containsExactly("住宿标准五百元");
    }

    @Test
    void findsWithoutADayWhatIsInForceOrNot() {
        put(document("old", group(), new Validity(null, TODAY.minusDays(1))), "住宿标准三百元");
        put(document("next", group(), new Validity(TODAY.plusDays(1), null)), "住宿标准五百元");
        put(document("now", group(), Validity.ALWAYS), "住宿标准四百元");
        Filter whenever = new Filter(STAFF, null, Set.of("old", "next"), Set.of(), Set.of());

        assertThat(texts(index().byWords(new WordQuery("住宿标准"), whenever, 5)))
                .containsExactlyInAnyOrder("住宿标准三百元", "住宿标准五百元");
        assertThat(texts(index().byMeaning(IndexFixtures.vector("住宿"), whenever, 5)))
                .containsExactlyInAnyOrder("住宿标准三百元", "住宿标准五百元");
        assertThat(index().documents(whenever)).isEqualTo(2);
    }

    @Test
    void restrictsToDocumentsDomainsAndTags() {
        put(document("a", place("采购", List.of("限额", "招标"))), "审批流程甲");
        put(document("b", place("财务", List.of("限额"))), "审批流程乙");
        put(document("c", place(null, List.of())), "审批流程丙");

        assertThat(found(Set.of(), Set.of(), Set.of("限额"))).containsExactlyInAnyOrder("审批流程甲", "审批流程乙");
        assertThat(found(Set.of(), Set.of("财务"), Set.of("限额"))).containsExactly("审批流程乙");
        assertThat(found(Set.of("c"), Set.of(), Set.of())).containsExactly("审批流程丙");
        assertThat(found(Set.of(), Set.of("无"), Set.of())).isEmpty();
    }

    private List<String> found(Set<String> documents, Set<String> domains, Set<String> tags) {
        Filter filter = new Filter(STAFF, TODAY, documents, domains, tags);
        return texts(index().byWords(new WordQuery("审批流程"), filter, 9));
    }

    @Test
    void takesEveryCharacterOfAQueryAsText() {
        put(document("a", group()), "按GB/T 45438执行");
        for (String text : List.of(
                "\"",
                "a AND (b",
                "标准:*",
                "+-&&||!(){}[]^\"~*?:\\/",
                "'; drop table x; --",
                "\u0000\ud800",
                "很".repeat(5_000))) {
            assertThat(index().byWords(new WordQuery(text), ALL, 5)).as(text).isNotNull();
        }
        assertThat(texts(index().byWords(new WordQuery("GB/T45438？"), ALL, 5))).containsExactly("按GB/T 45438执行");
        assertThat(index().byWords(new WordQuery(""), ALL, 5)).isEmpty();
        assertThat(index().byWords(new WordQuery("？！"), ALL, 5)).isEmpty();
    }

    @Test
    void findsByFurtherWordingsBehindTheQuerysOwn() {
        put(document("a", group()), "用人单位应当支付劳动报酬");
        put(document("b", group()), "工资按月发放");

        assertThat(texts(index().byWords(new WordQuery("工资", Map.of("劳动报酬", 0.3)), ALL, 5)))
                .containsExactly("工资按月发放", "用人单位应当支付劳动报酬");
    }

    @Test
    void givesNeighboursInOrderToThoseWhoMayRead() {
        put(document("a", group()), "零", "一", "二", "三");
        put(document("b", personal("other")), "零", "一");

        assertThat(index().neighbours("a", 1, 2, ALL)).extracting(Passage::text).containsExactly("一", "二");
        assertThat(index().neighbours("b", 0, 9, ALL)).isEmpty();
    }

    @Test
    void givesBackTheVectorsAndHowRarePairsAre() {
        List<Passage> passages = put(document("a", group()), "采购合同", "采购限额");

        assertThat(index().vectors(passages.reversed()).getFirst())
                .containsExactly(IndexFixtures.vector("采购限额"), Offset.offset(1e-5f));
        List<Double> rarities = index().rarities(List.of("采购", "限额", "没有"));
        assertThat(rarities).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void keepsEverythingWhenReopened() throws IOException {
        KnowledgeDocument document = document("a", group());
        List<Passage> passages = put(document, "高炉炉缸温度异常的处置");

        try (PassageIndex again = reopened()) {
            assertThat(again.byWords(new WordQuery("炉缸温度"), ALL, 5))
                    .extracting(Hit::passage)
                    .containsExactlyElementsOf(passages);
            assertThat(again.byMeaning(IndexFixtures.vector("炉缸"), ALL, 5)).hasSize(1);
        }
    }

    @Test
    void refusesPassagesWithoutVectors() {
        assertThatThrownBy(() -> index().put(document("a", group()), passages("a", "文本"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsReadersWholeDocumentsWhileOthersWrite() throws InterruptedException, ExecutionException {
        put(document("a", group()), "第0版甲", "第0版乙");
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 1; i < 60; i++) {
                    put(document("a", group()), "第" + i + "版甲", "第" + i + "版乙");
                }
            });
            List<? extends Future<?>> readers = IntStream.range(0, 2)
                    .mapToObj(reader -> threads.submit(() -> {
                        while (!writer.isDone()) {
                            List<String> texts = index().neighbours("a", 0, 9, ALL).stream()
                                    .map(Passage::text)
                                    .toList();
                            assertThat(texts).hasSize(2);
                            assertThat(texts.get(0).replace('甲', '乙')).isEqualTo(texts.get(1));
                        }
                    }))
                    .toList();
            writer.get();
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    List<Passage> put(KnowledgeDocument document, String... texts) {
        List<Passage> passages = passages(document.id(), texts);
        index().put(document, passages, vectors(passages));
        return passages;
    }

    static List<String> texts(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().text()).toList();
    }

    static Place group() {
        return place(null, List.of());
    }

    static Place place(@org.jspecify.annotations.Nullable String domain, List<String> tags) {
        return new Place(Tier.GROUP, new OrgPath("集团"), domain, tags, Clearance.PUBLIC, "admin");
    }

    static Place personal(String owner) {
        return new Place(Tier.PERSONAL, new OrgPath("集团"), null, List.of(), Clearance.INTERNAL, owner);
    }
}
