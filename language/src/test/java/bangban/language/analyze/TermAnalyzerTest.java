package bangban.language.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TermAnalyzerTest {

    private static final TermAnalyzer ANALYZER = new TermAnalyzer();

    @Test
    void findsTheWordsInsideLongWordsAndThePairs() {
        assertThat(texts(Term.Kind.WORD, "中华人民共和国公司法")).contains("中华人民共和国", "共和国", "公司法");
        assertThat(texts(Term.Kind.PAIR, "合规审查")).containsExactly("合规", "规审", "审查");
    }

    @Test
    void keepsCodesWholeBesideTheirParts() {
        assertThat(texts(Term.Kind.WORD, "报警F30001，见GB/T 45438")).contains("f30001", "gb/t", "45438");
        assertThat(texts(Term.Kind.CODE, "见GB/T 45438-2025")).contains("gb/t45438");
        assertThat(texts(Term.Kind.CODE, "依据GB/T45438")).contains("gb/t45438");
    }

    @Test
    void readsTheSameFurnaceHoweverItsNumberIsWritten() {
        for (String furnace : List.of("1#高炉", "1号高炉", "一号高炉", "１＃高炉")) {
            assertThat(texts(Term.Kind.CODE, furnace)).as(furnace).containsExactly("1#");
            assertThat(texts(Term.Kind.WORD, furnace)).as(furnace).contains("高炉");
        }
    }

    @Test
    void readsClauseNumbersInEitherNumeralsAsOneTerm() {
        assertThat(texts(Term.Kind.CODE, "公司法第21条")).containsExactlyElementsOf(texts(Term.Kind.CODE, "公司法第二十一条"));
    }

    @Test
    void foldsWidthCaseAndTraditionalCharacters() {
        assertThat(texts(Term.Kind.PAIR, "採購管理")).isEqualTo(texts(Term.Kind.PAIR, "采购管理"));
        assertThat(texts(Term.Kind.WORD, "ＥＲＰ Suppliers")).containsExactly("erp", "supplier");
    }

    @Test
    void leavesStopWordsOutOfQuestionsOnly() {
        assertThat(ANALYZER.queryTerms("请问出差住宿标准是多少？").stream().map(Term::text))
                .contains("出差", "住宿", "标准")
                .doesNotContain("请问", "多少", "是");
        assertThat(ANALYZER.terms("多少").stream().map(Term::text)).contains("多少");
        assertThat(ANALYZER.queryTerms("是多少？")).isNotEmpty();
    }

    @Property(tries = 200, seed = "20261123")
    void givesOffsetsWithinAnyText(@ForAll String text) {
        for (Term term : ANALYZER.terms(text)) {
            assertThat(term.start()).isBetween(0, term.end() - 1);
            assertThat(term.end()).isLessThanOrEqualTo(text.length());
        }
    }

    @Test
    void givesTheSameTermsOnManyThreads() throws InterruptedException, ExecutionException {
        String text = "用人单位应当按照劳动合同约定和国家规定，向劳动者及时足额支付劳动报酬。".repeat(20);
        List<Term> expected = ANALYZER.terms(text);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Term>>> calls = Stream.<Callable<List<Term>>>generate(() -> () -> ANALYZER.terms(text))
                    .limit(40)
                    .toList();
            for (Future<List<Term>> future : threads.invokeAll(calls)) {
                assertThat(future.get()).isEqualTo(expected);
            }
        }
    }

    private static List<String> texts(Term.Kind kind, String text) {
        return ANALYZER.terms(text).stream()
                .filter(term -> term.kind() == kind)
                .map(Term::text)
                .distinct()
                .toList();
    }
}
