package bangban.knowledge.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;
import bangban.knowledge.index.LucenePassageIndex;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import bangban.language.analyze.TermAnalyzer;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrieverTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Reader STAFF = new Reader("staff", new OrgPath("集团"), Clearance.INTERNAL, false);
    private static final TermAnalyzer ANALYZER = new TermAnalyzer();
    private static final TextEncoder ENCODER = new OnnxTextEncoder();

    private final LucenePassageIndex index;
    private final Retriever retriever;

    RetrieverTest(@TempDir Path folder) {
        index = new LucenePassageIndex(folder, ANALYZER, ENCODER.version());
        retriever = new Retriever(index, ENCODER, ANALYZER, Synonyms.parse(List.of("住宿费,住宿标准")));
    }

    @BeforeEach
    void fill() {
        put("travel", "差旅费管理办法", "公开", Validity.ALWAYS, "出差人员住宿标准为每人每天五百元。\n超过标准的部分由本人承担。", "乘坐飞机须经部门负责人批准。");
        put("seal", "印章管理办法", "公开", Validity.ALWAYS, "公章外借须经办公室主任审批。", "印章由专人保管。");
        put("furnace", "高炉操作规程", "公开", Validity.ALWAYS, "报警代码F30001表示驱动器过热，应当停机检查。", "1#高炉炉缸温度超过上限时立即减风。");
        put("secret", "住宿标准内部口径", "秘密", Validity.ALWAYS, "出差住宿标准上限为九百元。");
        put("old", "差旅费管理办法（旧）", "公开", new Validity(null, TODAY.minusYears(1)), "出差人员住宿标准为每人每天三百元。");
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @AfterAll
    static void closeEncoder() {
        ENCODER.close();
    }

    @Test
    void putsTheAnswerFirstAndPointsAtItsUnit() {
        FoundPassage best = search("请问出差住宿费是多少？").passages().getFirst();

        assertThat(best.passage().text()).startsWith("出差人员住宿标准为每人每天五百元");
        assertThat(best.bestUnit()).isZero();
        assertThat(best.coverage()).isBetween(0.1, 1.0);
    }

    @Test
    void findsNeitherWhatTheReaderMayNotSeeNorWhatIsOutOfForce() {
        SearchResult result = search("住宿标准");

        assertThat(result.passages()).extracting(FoundPassage::documentId).doesNotContain("secret", "old");
        assertThat(result.documentsSearched()).isEqualTo(3);
        assertThat(retriever
                        .search(new SearchRequest("住宿标准", TODAY.minusYears(2), 9), STAFF)
                        .passages())
                .extracting(FoundPassage::documentId)
                .contains("old");
    }

    @Test
    void putsTheNamedClauseOfTheNamedDocumentFirst() {
        FoundPassage best = search("印章管理办法第二条怎么规定？").passages().getFirst();

        assertThat(best.passage().text()).isEqualTo("印章由专人保管。");
    }

    @Test
    void findsCodes() {
        assertThat(search("F30001是什么报警").passages().getFirst().documentId()).isEqualTo("furnace");
        assertThat(search("一号高炉温度").passages().getFirst().passage().text()).startsWith("1#高炉");
    }

    @Test
    void givesTheSameTextOnce() {
        put("copy", "差旅费管理办法", "公开", Validity.ALWAYS, "乘坐飞机须经部门负责人批准。");

        assertThat(search("乘坐飞机谁批准").passages())
                .extracting(found -> found.passage().text())
                .doesNotHaveDuplicates();
    }

    @Test
    void findsNothingForAnEmptyQuestion() {
        assertThat(search(" ").passages()).isEmpty();
    }

    private SearchResult search(String text) {
        return retriever.search(new SearchRequest(text, TODAY, 9), STAFF);
    }

    private void put(String id, String title, String clearance, Validity validity, String... texts) {
        List<Passage> passages = new ArrayList<>();
        String[] clauses = {"第一条", "第二条"};
        for (String text : texts) {
            int cut = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
            passages.add(new Passage(
                    id + "#" + passages.size(),
                    id,
                    passages.size(),
                    List.of(title),
                    clauses[passages.size()],
                    null,
                    0,
                    text.length(),
                    text,
                    List.of(
                            new PassageUnit("", null, 0, cut, List.of(), List.of()),
                            new PassageUnit("", null, cut, text.length(), List.of(), List.of()))));
        }
        Place place = new Place(Tier.GROUP, OrgPath.ROOT, null, List.of(), Clearance.of(clearance), "admin");
        index.put(
                new KnowledgeDocument(id, id, title, place, validity, null, null, Format.TEXT, null, "", Instant.EPOCH),
                passages,
                ENCODER.encodeAll(passages.stream()
                        .map(passage -> title + "\n" + passage.text())
                        .toList()));
    }
}
