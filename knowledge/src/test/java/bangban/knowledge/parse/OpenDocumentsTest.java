package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static bangban.knowledge.parse.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.ParseException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenDocumentsTest {

    private static final String MIME = "application/vnd.oasis.opendocument.";

    @Test
    void readsATextWithItsTitleListsNotesAndTables() throws ParseException {
        byte[] odt = document("text", """
                <office:automatic-styles>
                  <style:style style:name="P1" style:parent-style-name="Title"/>
                  <style:style style:name="P9" style:parent-style-name="Contents_20_1"/>
                  <text:list-style style:name="L1">
                    <text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
                    <text:list-level-style-bullet text:level="2"/>
                  </text:list-style>
                </office:automatic-styles>
                <office:body><office:text>
                  <text:tracked-changes><text:p>删去</text:p></text:tracked-changes>
                  <text:p text:style-name="P1">采购办法</text:p>
                  <text:p text:style-name="P9">总则 1</text:p>
                  <text:h text:outline-level="1">第一章<text:s/>总则</text:h>
                  <text:p>第一条 下列情形适用<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>含税。</text:p></text:note-body></text:note>：</text:p>
                  <text:list text:style-name="L1"><text:list-item><text:p>货物；</text:p>
                    <text:list><text:list-item><text:p>备件</text:p></text:list-item></text:list></text:list-item>
                    <text:list-item><text:p>服务。</text:p></text:list-item></text:list>
                  <table:table><table:table-row>
                      <table:table-cell table:number-rows-spanned="2"><text:p>级别</text:p></table:table-cell>
                      <table:table-cell table:number-columns-spanned="2"><text:p>限额</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
                    <table:table-row><table:covered-table-cell/><table:table-cell><text:p>货物</text:p></table:table-cell><table:table-cell><text:p>服务</text:p></table:table-cell></table:table-row>
                    <table:table-row><table:table-cell><text:p>一级</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>50万元</text:p></table:table-cell></table:table-row>
                  </table:table>
                </office:text></office:body>
                """);
        Outline outline = parse("办法.odt", odt);
        assertThat(outline.title()).isEqualTo("采购办法");
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 采购办法",
                        "HEADING 第一章 总则",
                        "CLAUSE 第一条 下列情形适用〔注1〕：",
                        "PARAGRAPH 注1：含税。",
                        "ITEM （一） 货物；",
                        "ITEM ◦ 备件",
                        "ITEM （二） 服务。",
                        "TABLE 级别 | 限额 / 货物 | 限额 / 服务",
                        "ROW 一级 | 50万元 | 50万元");
    }

    @Test
    void readsSheetsThatAreShownAsExcelSheetsAre() throws ParseException {
        byte[] ods = document("spreadsheet", """
                <office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
                <office:body><office:spreadsheet>
                  <table:table table:name="标准"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>
                    <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
                    <table:table-row><table:table-cell><text:p>城市</text:p></table:table-cell><table:table-cell><text:p>底价</text:p></table:table-cell><table:table-cell><text:p>限额</text:p></table:table-cell></table:table-row>
                    <table:table-row><table:table-cell><text:p>上海</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell office:value="0.5"><text:p>50%</text:p></table:table-cell></table:table-row>
                    <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
                  </table:table>
                  <table:table table:name="草稿" table:style-name="ta2"><table:table-row><table:table-cell><text:p>不可见</text:p></table:table-cell></table:table-row></table:table>
                </office:spreadsheet></office:body>
                """);
        Outline outline = parse("标准.ods", ods);
        assertThat(lines(outline)).containsExactly("HEADING 标准", "TABLE 城市 | 限额", "ROW 上海 | 50%");
        assertThat(outline.blocks().getLast().label()).isEqualTo("标准!A4:C4");
    }

    @Test
    void readsSlidesByWhereTheirShapesStand() throws ParseException {
        byte[] odp = document("presentation", """
                <office:automatic-styles><style:style style:name="dp2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>
                <office:body><office:presentation>
                  <draw:page><draw:frame svg:x="1cm" svg:y="50mm"><draw:text-box><text:p>下</text:p></draw:text-box></draw:frame>
                    <draw:frame svg:x="1cm" svg:y="2cm"><draw:text-box><text:list><text:list-item><text:p>上</text:p></text:list-item></text:list></draw:text-box></draw:frame>
                    <draw:frame presentation:class="title" svg:y="9cm"><draw:text-box><text:p>培训</text:p></draw:text-box></draw:frame>
                    <presentation:notes><draw:frame presentation:class="notes"><draw:text-box><text:p>讲师：张</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>
                  <draw:page draw:style-name="dp2"><draw:frame presentation:class="title"><draw:text-box><text:p>隐藏</text:p></draw:text-box></draw:frame></draw:page>
                </office:presentation></office:body>
                """);
        Outline outline = parse("培训.odp", odp);
        assertThat(outline.pages()).isEqualTo(2);
        assertThat(lines(outline)).containsExactly("HEADING 培训", "ITEM • 上", "PARAGRAPH 下", "PARAGRAPH 备注：讲师：张");
    }

    @Test
    void readsNothingFromOutsideAndExpandsNoEntities() throws ParseException {
        byte[] odt = document("text", """
                <!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
                <office:body><office:text><text:p>前&secret;&b;后</text:p></office:text></office:body>
                """);
        assertThat(parse("a.odt", odt).text()).startsWith("前").endsWith("后").doesNotContain("root:", "aaaa");
    }

    @Test
    void readsABookInTheOrderOfItsSpine() throws ParseException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/epub+zip");
        parts.put(
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>");
        parts.put("OEBPS/book.opf", """
                <package><metadata><dc:title>安全手册</dc:title></metadata>
                <manifest><item id="b" href="two%20.xhtml" media-type="application/xhtml+xml"/>
                <item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
                <item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
                <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>
                """);
        parts.put("OEBPS/nav.xhtml", "<html><body><p>目录页</p></body></html>");
        parts.put("OEBPS/two .xhtml", "<html><body><h1>第二章 检修</h1><p>停机。</p></body></html>");
        parts.put("OEBPS/text/one.xhtml", "<html><body><h1>第一章 总则</h1><p>第一条 先断电。</p></body></html>");
        Outline outline = parse("手册.epub", zip(parts));
        assertThat(outline.title()).isEqualTo("安全手册");
        assertThat(lines(outline))
                .containsExactly("HEADING 第一章 总则", "CLAUSE 第一条 先断电。", "HEADING 第二章 检修", "PARAGRAPH 停机。");
    }

    @Test
    void tellsTheKindByTheContentAndSaysWhatIsWrong() {
        byte[] odt = document("text", "<office:body><office:text/></office:body>");
        assertThat(Parsers.standard().format(new SourceFile("a.docx", odt))).contains(Format.ODT);
        TextFormatsTest.assertReason(Reason.NO_TEXT, "a.odt", odt);
        byte[] locked = zip(Map.of("META-INF/manifest.xml", "<manifest:encryption-data/>"));
        TextFormatsTest.assertReason(Reason.ENCRYPTED, "a.odt", locked);
        TextFormatsTest.assertReason(Reason.CORRUPT, "a.odt", zip(Map.of("mimetype", MIME + "text")));
    }

    private static byte[] document(String kind, String content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", MIME + kind);
        parts.put("content.xml", "<?xml version=\"1.0\"?>" + content);
        return zip(parts);
    }
}
