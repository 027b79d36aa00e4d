package bangban.knowledge.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.parse.Block;
import bangban.knowledge.parse.BlockKind;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChunkerProperties {

    @Property(tries = 300, seed = "20261123")
    void everyCharacterOfTextLiesInExactlyOnePassage(@ForAll("documents") String document) throws ParseException {
        Outline outline = Parsers.standard().parse(new SourceFile("a.md", document.getBytes(StandardCharsets.UTF_8)));
        List<Passage> passages = new Chunker().chunk("d", "标题", outline);
        int[] covered = new int[outline.text().length()];
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            assertThat(passage.ordinal()).isEqualTo(i);
            assertThat(passage.text()).isEqualTo(outline.text().substring(passage.start(), passage.end()));
            assertThat(passage.path()).startsWith("标题");
            for (int at = passage.start(); at < passage.end(); at++) {
                covered[at]++;
            }
            for (PassageUnit unit : passage.units()) {
                assertThat(unit.start()).isBetween(passage.start(), unit.end());
                assertThat(unit.end()).isLessThanOrEqualTo(passage.end());
                assertThat(unit.clause()).isNotBlank();
            }
        }
        for (Block block : outline.blocks()) {
            for (int at = block.start(); at < block.end() && block.kind() != BlockKind.HEADING; at++) {
                assertThat(covered[at]).isEqualTo(1);
            }
        }
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> number = Arbitraries.of("一", "二", "三", "十", "二十一");
        Arbitrary<String> sentence = Arbitraries.of("按规定执行", "减风控制料速", "超过520的，报告", "𠮷田先生", "a b c")
                .list()
                .ofMinSize(1)
                .ofMaxSize(150)
                .map(parts -> String.join("，", parts) + "。");
        Arbitrary<String> line = Arbitraries.oneOf(
                number.map(n -> "# 第" + n + "章 总则"),
                number.map(n -> "## " + n + "、要求"),
                number.flatMap(n -> sentence.map(s -> "第" + n + "条 " + s)),
                number.flatMap(n -> sentence.map(s -> "（" + n + "）" + s)),
                sentence.map(s -> "1. " + s),
                sentence.map(s -> "3.2.1 " + s),
                sentence,
                sentence.map(s -> "| 项目 | 标准 |\n|---|---|\n| 甲 | " + s + " |\n| 乙 | 2 |"));
        return line.list().ofMinSize(1).ofMaxSize(30).map(lines -> String.join("\n\n", lines));
    }
}
