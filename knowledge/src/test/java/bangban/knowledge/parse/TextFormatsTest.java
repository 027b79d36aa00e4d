package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.knowledge.parse.ParseException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormatsTest {

    private static final String NOTICE = "值班通知\n今日起风温按1180℃执行，请各班知悉。";

    @Test
    void readsTextInEveryUsualEncoding() throws ParseException {
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                Charset.forName("GB18030"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            Outline outline = Parsers.standard().parse(new SourceFile("通知.txt", NOTICE.getBytes(charset)));
            assertThat(outline.text()).as(charset.name()).isEqualTo(NOTICE);
        }
        byte[] marked = ("\uFEFF" + NOTICE).getBytes(StandardCharsets.UTF_8);
        assertThat(Parsers.standard().parse(new SourceFile("通知.txt", marked)).text())
                .isEqualTo(NOTICE);
    }

    @Test
    void joinsLinesBrokenAtAWidth() throws ParseException {
        Outline outline = parse(
                "note.txt",
                "Notice\n\nThe blast furnace must be inspected by the shift foreman\nbefore every tapping.\n\nReport at once.");
        assertThat(lines(outline))
                .contains(
                        "PARAGRAPH The blast furnace must be inspected by the shift foreman before every tapping.",
                        "PARAGRAPH Report at once.");
    }

    @Test
    void takesTheMarksOutOfMarkdown() throws ParseException {
        Outline outline = parse("卡.md", """
                ---
                author: 张
                ---
                # 处置卡

                > **现场级**文件，见[规程](http://x/y)。

                - 第一步：减风
                  至50kPa；
                - 第二步：休风。

                | 项目 | 限值 |
                | --- | --- |
                | CO | 30 \\| 24 |
                """);
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 处置卡",
                        "PARAGRAPH 现场级文件，见规程。",
                        "ITEM • 第一步：减风至50kPa；",
                        "ITEM • 第二步：休风。",
                        "TABLE 项目 | 限值",
                        "ROW CO | 30 | 24");
    }

    @Test
    void readsAPageWithoutItsFurnitureAndWithMergedCells() throws ParseException {
        Outline outline = parse("page.html", """
                <html><head><title>站点</title><style>p{}</style></head><body><nav>首页</nav>
                <h1>培训办法</h1><h2>第一章 总则</h2>
                <p><strong>第一条</strong>　为规范培训，<br>制定本办法。</p>
                <ol><li>报名</li><li><p>签到</p></li></ol>
                <table><tr><th rowspan=2>级别</th><th colspan=2>标准</th></tr><tr><th>住宿</th><th>交通</th></tr>
                <tr><td>A</td><td>500</td><td>80</td></tr></table>
                <script>x()</script><p hidden>藏</p></body></html>
                """);
        assertThat(outline.title()).isEqualTo("培训办法");
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 培训办法",
                        "HEADING 第一章 总则",
                        "CLAUSE 第一条　为规范培训，",
                        "PARAGRAPH 制定本办法。",
                        "ITEM 1. 报名",
                        "ITEM 2. 签到",
                        "TABLE 级别 | 标准 / 住宿 | 标准 / 交通",
                        "ROW A | 500 | 80");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertReason(Reason.EMPTY, "a.txt", new byte[0]);
        assertReason(Reason.EMPTY, "a.md", "\n\n".getBytes(StandardCharsets.UTF_8));
        assertReason(Reason.UNKNOWN_FORMAT, "a.xyz", new byte[] {1, 2, 3});
        assertReason(Reason.CORRUPT, "a.pdf", "%PDF-1.7 and nothing more".getBytes(StandardCharsets.UTF_8));
        assertReason(Reason.CORRUPT, "a.docx", "no zip".getBytes(StandardCharsets.UTF_8));
        assertReason(Reason.CORRUPT, "a.txt", new byte[] {(byte) 0xff, 0, 0, 1, 2});
    }

    @Test
    void refusesWhatIsBeyondTheLimits() {
        Parsers strict = Parsers.within(new Limits(100, 1, 5, 1000, 1000, 0.01));
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> strict.parse(new SourceFile("a.txt", NOTICE.getBytes(StandardCharsets.UTF_8))))
                .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> strict.parse(new SourceFile("a.txt", new byte[101])))
                .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    static void assertReason(Reason reason, String name, byte[] bytes) {
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> Parsers.standard().parse(new SourceFile(name, bytes)))
                .satisfies(thrown -> assertThat(thrown.reason()).as(name).isEqualTo(reason));
    }
}
