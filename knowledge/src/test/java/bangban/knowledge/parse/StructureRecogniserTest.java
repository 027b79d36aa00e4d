package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static bangban.knowledge.parse.Fixtures.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StructureRecogniserTest {

    @Test
    void readsARulesChaptersClausesAndItems() throws ParseException {
        Outline outline = parse("办法.md", """
                # 采购办法

                2024年3月1日 第5次会议通过，第一条曾经修改

                <!-- INFO END -->

                ## 第一章 总则

                第一条　为规范采购，制定本办法。

                采购应当公开。

                第 2 条 有下列情形之一的，可以询价：

                （一）价格低于五万元；

                (二)货物规格统一。

                第十一条之一 本条后加。

                依照前款
                第三条规定执行。
                """);
        assertThat(outline.title()).isEqualTo("采购办法");
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 采购办法",
                        "PARAGRAPH 2024年3月1日 第5次会议通过，第一条曾经修改",
                        "HEADING 第一章 总则",
                        "CLAUSE 第一条　为规范采购，制定本办法。",
                        "PARAGRAPH 采购应当公开。",
                        "CLAUSE 第 2 条 有下列情形之一的，可以询价：",
                        "ITEM （一）价格低于五万元；",
                        "ITEM (二)货物规格统一。",
                        "CLAUSE 第十一条之一 本条后加。",
                        "PARAGRAPH 依照前款",
                        "PARAGRAPH 第三条规定执行。");
        assertThat(outline.blocks().get(5).label()).isEqualTo("第2条");
    }

    @Test
    void leavesOutTheTableOfContents() throws ParseException {
        Outline outline = parse("办法.txt", """
                保密管理规定
                目　录
                第一章 总则
                第一条 目的 ........ 1
                第二章 附则 ........ 2
                第一章 总则
                第一条 为保守秘密，制定本规定。
                第二章 附则
                第二条 本规定自2024年1月1日起施行。
                """);
        assertThat(texts(outline, BlockKind.HEADING)).containsExactly("保密管理规定", "第一章 总则", "第二章 附则");
        assertThat(texts(outline, BlockKind.CLAUSE)).hasSize(2);
    }

    @Test
    void tellsNumberedHeadingsFromNumberedSentencesAndLists() throws ParseException {
        Outline outline = parse("规程.txt", """
                高炉操作规程
                3 异常炉况处理
                3.1 炉热
                3.1.1 征兆：风压升高。
                3.1.2 处理：先减喷煤。
                3.2 分类
                炉凉分为两级。
                一、备件清单
                1. 风口
                2. 渣口
                3. 铁口
                100 元以上的另报。
                """);
        assertThat(texts(outline, BlockKind.HEADING))
                .containsExactly("高炉操作规程", "3 异常炉况处理", "3.1 炉热", "3.2 分类", "一、备件清单");
        assertThat(texts(outline, BlockKind.ITEM))
                .containsExactly("3.1.1 征兆：风压升高。", "3.1.2 处理：先减喷煤。", "1. 风口", "2. 渣口", "3. 铁口");
        assertThat(texts(outline, BlockKind.PARAGRAPH)).containsExactly("炉凉分为两级。", "100 元以上的另报。");
    }

    @Test
    void anAnnexMayCountItsClausesFromTheStart() throws ParseException {
        Outline outline = parse("a.md", "# 办法\n\n第一条 正文。\n\n附件1 管理细则\n\n第一条 细则。\n\n第二条 细则二。\n");
        assertThat(texts(outline, BlockKind.CLAUSE)).containsExactly("第一条 正文。", "第一条 细则。", "第二条 细则二。");
        assertThat(texts(outline, BlockKind.HEADING)).containsExactly("办法", "附件1 管理细则");
    }

    @Test
    void givesTheSameTextForTheSameBytes() throws ParseException {
        String text = "# 办法\n\n第一条 正文。\n\n| 项目 | 标准 |\n|---|---|\n| 住宿 | 500 |\n";
        assertThat(parse("a.md", text)).isEqualTo(parse("a.md", text));
        assertThat(OutlineCodec.read(OutlineCodec.write(parse("a.md", text)))).isEqualTo(parse("a.md", text));
    }
}
