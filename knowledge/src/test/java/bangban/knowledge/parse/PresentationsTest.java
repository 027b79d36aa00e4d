package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.ParseException.Reason;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.sl.usermodel.AutoNumberingScheme;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;

class PresentationsTest {

    @Test
    void aSlideIsAPageWithItsTitleListsAndNotes() throws IOException, ParseException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlide slide = titled(show, "安全培训");
            XSLFTextBox box = slide.createTextBox();
            box.setAnchor(new Rectangle(50, 200, 500, 200));
            box.clearText();
            bullet(box, "进场前培训", 0);
            bullet(box, "不少于8学时", 1);
            numbered(box, "签到");
            numbered(box, "考试");
            var notes = show.getNotesSlide(slide);
            for (XSLFTextShape shape : notes.getPlaceholders()) {
                if (shape.getTextType() == Placeholder.BODY) {
                    shape.setText("讲师：张工。");
                }
            }
            XSLFSlide second = show.createSlide();
            second.createTextBox().setText("第一条 本办法自2025年1月1日起施行。");
            Outline outline = parse("培训.pptx", bytes(show));
            assertThat(outline.title()).isEqualTo("安全培训");
            assertThat(outline.pages()).isEqualTo(2);
            assertThat(lines(outline))
                    .containsExactly(
                            "HEADING 安全培训",
                            "ITEM • 进场前培训",
                            "ITEM ◦ 不少于8学时",
                            "ITEM 1. 签到",
                            "ITEM 2. 考试",
                            "PARAGRAPH 备注：讲师：张工。",
                            "HEADING 第 2 页",
                            "CLAUSE 第一条 本办法自2025年1月1日起施行。");
            assertThat(outline.blocks()).extracting(Block::page).containsExactly(1, 1, 1, 1, 1, 1, 2, 2);
            assertThat(outline.blocks()).extracting(Block::level).containsSubsequence(2, 2, 3);
        }
    }

    @Test
    void readsShapesByWhereTheyStandAndThroughGroups() throws IOException, ParseException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlide slide = show.createSlide();
            text(slide, "下左", 50, 300);
            text(slide, "上右", 400, 105);
            XSLFGroupShape group = slide.createGroup();
            group.setAnchor(new Rectangle(50, 100, 200, 60));
            group.setInteriorAnchor(new Rectangle(50, 100, 200, 60));
            XSLFTextBox inner = group.createTextBox();
            inner.setAnchor(new Rectangle(50, 100, 200, 60));
            inner.setText("上左");
            assertThat(lines(parse("图.pptx", bytes(show))))
                    .containsExactly("HEADING 第 1 页", "PARAGRAPH 上左", "PARAGRAPH 上右", "PARAGRAPH 下左");
        }
    }

    @Test
    void fillsTheMergedCellsOfATable() throws IOException, ParseException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlide slide = titled(show, "标准");
            XSLFTable table = slide.createTable(3, 3);
            table.setAnchor(new Rectangle(50, 200, 400, 100));
            List<List<String>> cells =
                    List.of(List.of("级别", "标准", ""), List.of("", "住宿", "交通"), List.of("A", "500", "80"));
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    table.getCell(row, column).setText(cells.get(row).get(column));
                }
            }
            table.mergeCells(0, 0, 1, 2);
            table.mergeCells(0, 1, 0, 0);
            Outline outline = parse("标准.pptx", bytes(show));
            assertThat(lines(outline)).contains("TABLE 级别 | 标准 / 住宿 | 标准 / 交通", "ROW A | 500 | 80");
            assertThat(outline.blocks().getLast().page()).isEqualTo(1);
        }
    }

    @Test
    void aChartIsTheTableItWasDrawnFrom() throws IOException, ParseException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlide slide = titled(show, "产量");
            XSLFChart chart = show.createChart();
            chart.setTitleText("分季度产量");
            var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
            var left = chart.createValueAxis(AxisPosition.LEFT);
            var data = chart.createData(ChartTypes.BAR, bottom, left);
            var quarters = XDDFDataSourcesFactory.fromArray(new String[] {"一季度", "二季度"}, "Sheet1!$A$2:$A$3", 0);
            var tons = XDDFDataSourcesFactory.fromArray(new Double[] {120.5, 130.0}, "Sheet1!$B$2:$B$3", 1);
            data.addSeries(quarters, tons).setTitle("万吨", null);
            chart.plot(data);
            slide.addChart(chart, new Rectangle(1_000_000, 3_000_000, 4_000_000, 2_000_000));
            assertThat(lines(parse("产量.pptx", bytes(show))))
                    .containsExactly(
                            "HEADING 产量", "PARAGRAPH 分季度产量", "TABLE | 万吨", "ROW 一季度 | 120.5", "ROW 二季度 | 130.0");
        }
    }

    @Test
    void leavesHiddenSlidesOut() throws IOException, ParseException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            titled(show, "公开");
            titled(show, "内部讨论").setHidden(true);
            titled(show, "结论");
            Outline outline = parse("汇报.pptx", bytes(show));
            assertThat(lines(outline)).containsExactly("HEADING 公开", "HEADING 结论");
            assertThat(outline.blocks().getLast().page()).isEqualTo(3);
        }
    }

    @Test
    void readsThePresentationsOfBeforeTheSameWay() throws IOException, ParseException {
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            var slide = show.createSlide();
            slide.addTitle().setText("检修计划");
            var box = slide.createTextBox();
            box.setAnchor(new Rectangle(50, 200, 500, 200));
            box.setText("第一条 每月检修一次。");
            var table = slide.createTable(2, 2);
            table.getCell(0, 0).setText("设备");
            table.getCell(0, 1).setText("周期");
            table.getCell(1, 0).setText("高炉");
            table.getCell(1, 1).setText("30天");
            table.moveTo(50, 400);
            byte[] bytes = bytes(show);
            assertThat(lines(parse("计划.ppt", bytes)))
                    .containsExactly("HEADING 检修计划", "CLAUSE 第一条 每月检修一次。", "TABLE 设备 | 周期", "ROW 高炉 | 30天");
            assertThat(Parsers.standard().format(new SourceFile("计划.dps", bytes)))
                    .contains(Format.PPT);
        }
    }

    @Test
    void saysThatNoSlideHasText() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide();
            TextFormatsTest.assertReason(Reason.NO_TEXT, "空.pptx", bytes(show));
        }
    }

    private static XSLFSlide titled(XMLSlideShow show, String title) {
        XSLFSlide slide = show.createSlide(show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_ONLY));
        slide.getPlaceholder(0).setText(title);
        return slide;
    }

    private static void text(Slide<?, ?> slide, String text, int x, int y) {
        TextShape<?, ?> box = slide.createTextBox();
        box.setText(text);
        box.setAnchor(new Rectangle(x, y, 200, 60));
    }

    private static void bullet(XSLFTextBox box, String text, int level) {
        XSLFTextParagraph paragraph = box.addNewTextParagraph();
        paragraph.setBullet(true);
        paragraph.setIndentLevel(level);
        paragraph.addNewTextRun().setText(text);
    }

    private static void numbered(XSLFTextBox box, String text) {
        XSLFTextParagraph paragraph = box.addNewTextParagraph();
        paragraph.setBulletAutoNumber(AutoNumberingScheme.arabicPeriod, 1);
        paragraph.addNewTextRun().setText(text);
    }

    private static byte[] bytes(SlideShow<?, ?> show) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        show.write(bytes);
        return bytes.toByteArray();
    }
}
