package bangban.knowledge.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.parse.Outline;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkerTest {

    @Test
    void aClauseIsAPassageAndItsUnitsAreNamedInFull() throws ParseException {
        List<Passage> passages = chunk("""
                # 采购办法

                ## 第三章 采购方式

                第三条 有下列情形之一的，可以询价：

                （一）低于五万元；

                （二）规格统一。

                第四条 采购应当公开。

                第五条 评审由专家进行。

                专家有下列情形的，应当回避：

                （一）与投标人有利害关系；

                （二）三年内任职。

                回避由采购部决定。
                """);
        assertThat(passages).extracting(Passage::clause).containsExactly("第三条", "第四条", "第五条");
        assertThat(passages.getFirst().path()).containsExactly("采购办法", "第三章 采购方式");
        assertThat(clauses(passages.get(0))).containsExactly("第三条", "第三条第一项", "第三条第二项");
        assertThat(clauses(passages.get(1))).containsExactly("第四条");
        assertThat(clauses(passages.get(2))).containsExactly("第五条第一款", "第五条第二款", "第五条第二款第一项", "第五条第二款第二项", "第五条第三款");
    }

    @Test
    void aLongClauseIsCutAndTheLeadInStaysWithItsItems() throws ParseException {
        StringBuilder text = new StringBuilder("# 办法\n\n第一条 总则。\n\n第二条 前款。\n\n有下列情形之一的，处以罚款：\n\n");
        for (String number : List.of("一", "二", "三", "四", "五", "六")) {
            text.append("（")
                    .append(number)
                    .append("）")
                    .append("违反安全规定且情节严重的行为，".repeat(12))
                    .append("；\n\n");
        }
        List<Passage> passages = chunk(text.toString());
        List<Passage> second =
                passages.stream().filter(one -> one.clause().startsWith("第二条")).toList();
        assertThat(second)
                .extracting(Passage::clause)
                .containsExactly("第二条第一款", "第二条第二款第一项至第二项", "第二条第二款第三项至第四项", "第二条第二款第五项至第六项");
        assertThat(second.get(2).units().getFirst().header()).containsExactly("有下列情形之一的，处以罚款：");
        assertThat(PassageText.toEncode(second.get(2))).contains("有下列情形之一的，处以罚款：");
    }

    @Test
    void shortParagraphsAreMergedUnderTheirHeading() throws ParseException {
        List<Passage> passages = chunk("""
                # 操作规程

                ## 3 异常炉况处理

                ### 3.2 炉凉处理

                发现向凉时先减风。

                再提高风温。

                ### 3.3 悬料

                先减煤。
                """);
        assertThat(passages).extracting(Passage::clause).containsExactly("3 异常炉况处理 › 3.2 炉凉处理", "3 异常炉况处理 › 3.3 悬料");
        assertThat(passages.getFirst().text()).isEqualTo("发现向凉时先减风。\n再提高风温。");
        assertThat(clauses(passages.getFirst())).containsOnly("3 异常炉况处理 › 3.2 炉凉处理");
    }

    @Test
    void rowsKnowTheirHeader() throws ParseException {
        List<Passage> passages = chunk("# 标准\n\n第一条 标准如下：\n\n| 城市 | 标准 |\n|---|---|\n| 上海 | 500 |\n| 成都 | 450 |\n");
        PassageUnit row = passages.getFirst().units().get(1);
        assertThat(row.clause()).isEqualTo("第一条");
        assertThat(row.header()).containsExactly("城市", "标准");
        assertThat(row.cells()).containsExactly("上海", "500");
    }

    private static List<String> clauses(Passage passage) {
        return passage.units().stream().map(PassageUnit::clause).toList();
    }

    private static List<Passage> chunk(String markdown) throws ParseException {
        Outline outline = Parsers.standard().parse(new SourceFile("a.md", markdown.getBytes(StandardCharsets.UTF_8)));
        return new Chunker().chunk("d", String.valueOf(outline.title()), outline);
    }
}
