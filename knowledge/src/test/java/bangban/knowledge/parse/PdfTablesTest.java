package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PdfTablesTest {

    private static final PDType1Font FONT = new PDType1Font(FontName.HELVETICA);
    private static final float SIZE = 10;

    private final PDDocument document = new PDDocument();

    @AfterEach
    void close() throws IOException {
        document.close();
    }

    private interface Drawing {
        void on(Sheet sheet) throws IOException;
    }

    /** A page, with heights counted from its top. */
    private record Sheet(PDPageContentStream content) {

        void text(float x, float y, String text) throws IOException {
            content.beginText();
            content.setFont(FONT, SIZE);
            content.newLineAtOffset(x, 842 - y);
            content.showText(text);
            content.endText();
        }

        void row(float y, float[] xs, String... cells) throws IOException {
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    text(xs[i], y, cells[i]);
                }
            }
        }

        void rule(float x0, float y0, float x1, float y1) throws IOException {
            content.moveTo(x0, 842 - y0);
            content.lineTo(x1, 842 - y1);
            content.stroke();
        }

        void grid(float[] xs, float... ys) throws IOException {
            for (float x : xs) {
                rule(x, ys[0], x, ys[ys.length - 1]);
            }
            for (float y : ys) {
                rule(xs[0], y, xs[xs.length - 1], y);
            }
        }
    }

    private void page(Drawing drawing) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            drawing.on(new Sheet(content));
        }
    }

    private Outline parsed() throws IOException, ParseException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return Parsers.standard().parse(new SourceFile("tables.pdf", bytes.toByteArray()));
    }

    private static final float[] GRID = {60, 160, 300, 480};
    private static final float[] IN_GRID = {64, 164, 304};

    @Test
    void aTableOverAPageBreakIsOneAndEachRowCitesItsPage() throws IOException, ParseException {
        page(sheet -> {
            sheet.grid(GRID, 700, 720, 740, 760);
            sheet.row(714, IN_GRID, "Part", "Limit", "Action");
            sheet.row(734, IN_GRID, "Pump", "80", "stop the pump");
            sheet.row(754, IN_GRID, "Fan", "95", "call the station");
        });
        page(sheet -> {
            sheet.grid(GRID, 60, 80, 100);
            sheet.row(74, IN_GRID, "Part", "Limit", "Action");
            sheet.row(94, IN_GRID, "Belt", "60", "slow down");
            sheet.text(60, 130, "Readings are taken every hour.");
        });
        Outline outline = parsed();
        assertThat(lines(outline))
                .containsExactly(
                        "TABLE Part | Limit | Action",
                        "ROW Pump | 80 | stop the pump",
                        "ROW Fan | 95 | call the station",
                        "ROW Belt | 60 | slow down",
                        "PARAGRAPH Readings are taken every hour.");
        assertThat(outline.blocks()).extracting(Block::page).containsExactly(1, 1, 1, 2, 2);
    }

    @Test
    void aRowThatThePageBreakSplitsIsJoined() throws IOException, ParseException {
        page(sheet -> {
            sheet.grid(GRID, 700, 720, 740);
            sheet.row(714, IN_GRID, "Part", "Limit", "Action");
            sheet.row(734, IN_GRID, "Pump", "80", "stop the pump and");
        });
        page(sheet -> {
            sheet.grid(GRID, 60, 80, 100);
            sheet.row(74, IN_GRID, "", "", "call the station");
            sheet.row(94, IN_GRID, "Belt", "60", "slow down");
        });
        Outline outline = parsed();
        assertThat(lines(outline))
                .containsExactly(
                        "TABLE Part | Limit | Action",
                        "ROW Pump | 80 | stop the pump and call the station",
                        "ROW Belt | 60 | slow down");
        assertThat(outline.blocks()).extracting(Block::page).containsExactly(1, 1, 2);
    }

    @Test
    void theLastRowAloneOnTheNextPageStillBelongs() throws IOException, ParseException {
        page(sheet -> {
            sheet.grid(GRID, 700, 720, 740);
            sheet.row(714, IN_GRID, "Part", "Limit", "Action");
            sheet.row(734, IN_GRID, "Pump", "80", "stop the pump");
        });
        page(sheet -> {
            sheet.grid(GRID, 60, 80);
            sheet.row(74, IN_GRID, "Belt", "60", "slow down");
        });
        assertThat(lines(parsed())).contains("ROW Pump | 80 | stop the pump", "ROW Belt | 60 | slow down");
    }

    @Test
    void aKeyThatReachesOverThePageBreakIsRepeated() throws IOException, ParseException {
        page(sheet -> {
            sheet.grid(GRID, 700, 720, 740);
            sheet.row(714, IN_GRID, "Part", "Limit", "Action");
            sheet.row(734, IN_GRID, "Pump", "80", "stop the pump");
        });
        page(sheet -> {
            sheet.grid(GRID, 60, 80, 100);
            sheet.row(74, IN_GRID, "", "95", "call the station");
            sheet.row(94, IN_GRID, "Belt", "60", "slow down");
        });
        assertThat(lines(parsed())).contains("ROW Pump | 95 | call the station");
    }

    @Test
    void tablesWithOtherColumnsStayApart() throws IOException, ParseException {
        page(sheet -> {
            sheet.grid(GRID, 700, 720, 740);
            sheet.row(714, IN_GRID, "Part", "Limit", "Action");
            sheet.row(734, IN_GRID, "Pump", "80", "stop the pump");
        });
        page(sheet -> {
            sheet.grid(new float[] {60, 320, 400, 480}, 60, 80, 100);
            sheet.row(74, new float[] {64, 324, 404}, "Station", "Hours", "Phone");
            sheet.row(94, new float[] {64, 324, 404}, "North", "8-17", "4410");
        });
        assertThat(lines(parsed())).contains("TABLE Part | Limit | Action", "TABLE Station | Hours | Phone");
    }

    @Test
    void columnsWithoutRulesAreFoundByTheirEdges() throws IOException, ParseException {
        float[] xs = {60, 200, 380};
        page(sheet -> {
            sheet.text(
                    60, 90, "The stations and the readings that they have to report are given below, one line each.");
            sheet.row(130, xs, "Station", "Reading", "Remark");
            sheet.row(146, xs, "North gate", "1 204", "checked twice");
            sheet.row(162, xs, "South gate", "88", "");
            sheet.row(178, xs, "Works", "17 310", "estimated");
            sheet.text(
                    60,
                    220,
                    "All readings are in cubic metres and are reported at the end of each month to the station.");
        });
        assertThat(lines(parsed()))
                .containsSubsequence(
                        "TABLE Station | Reading | Remark",
                        "ROW North gate | 1 204 | checked twice",
                        "ROW South gate | 88 |",
                        "ROW Works | 17 310 | estimated");
    }

    @Test
    void rowsWithoutRulesThatAreTooFewForATableGoOnWithTheOneBefore() throws IOException, ParseException {
        float[] xs = {60, 200, 380};
        page(sheet -> {
            sheet.row(730, xs, "Station", "Reading", "Remark");
            sheet.row(746, xs, "North gate", "1 204", "checked twice");
            sheet.row(762, xs, "South gate", "88", "none");
        });
        page(sheet -> {
            sheet.row(60, xs, "Works", "17 310", "estimated");
            sheet.text(
                    60,
                    100,
                    "All readings are in cubic metres and are reported at the end of each month to the station.");
        });
        Outline outline = parsed();
        assertThat(lines(outline))
                .startsWith(
                        "TABLE Station | Reading | Remark",
                        "ROW North gate | 1 204 | checked twice",
                        "ROW South gate | 88 | none",
                        "ROW Works | 17 310 | estimated")
                .hasSize(5);
        assertThat(outline.blocks()).extracting(Block::page).containsExactly(1, 1, 1, 2, 2);
    }

    @Test
    void proseInTwoColumnsIsNoTable() throws IOException, ParseException {
        page(sheet -> {
            for (int i = 0; i < 12; i++) {
                sheet.text(60, 100 + 14 * i, "the left column of a leaflet says on its line " + (char) ('a' + i));
                sheet.text(320, 100 + 14 * i, "what the right column goes on to say here, " + (char) ('a' + i));
            }
        });
        assertThat(parsed().blocks()).extracting(Block::kind).doesNotContain(BlockKind.TABLE, BlockKind.ROW);
    }

    @Test
    void listsAndSignaturesAreNoTables() throws IOException, ParseException {
        page(sheet -> {
            String[] entries = {"open the valve", "read the gauge", "close the valve", "write it down"};
            for (int i = 0; i < entries.length; i++) {
                sheet.row(100 + 16 * i, new float[] {60, 100}, (i + 1) + ".", entries[i]);
            }
            String[][] signed = {
                {"Buyer: Lanchuan Group", "Seller: North Works"},
                {"Signed: ", "Signed: "},
                {"Name: Wang", "Name: Li"},
                {"Date: 1 May", "Date: 2 May"}
            };
            for (int i = 0; i < signed.length; i++) {
                sheet.row(300 + 18 * i, new float[] {60, 320}, signed[i]);
            }
        });
        assertThat(parsed().blocks()).extracting(Block::kind).doesNotContain(BlockKind.TABLE, BlockKind.ROW);
    }

    @Test
    void threeRulesMakeATable() throws IOException, ParseException {
        float[] xs = {64, 200, 340};
        page(sheet -> {
            sheet.rule(60, 100, 480, 100);
            sheet.rule(60, 122, 480, 122);
            sheet.rule(60, 164, 480, 164);
            sheet.row(115, xs, "Steel", "Strength", "Use");
            sheet.row(138, xs, "Q235", "235", "frames");
            sheet.row(154, xs, "Q355", "355", "bridges");
            sheet.text(60, 200, "Values are the least that is allowed.");
        });
        assertThat(lines(parsed()))
                .containsExactly(
                        "TABLE Steel | Strength | Use",
                        "ROW Q235 | 235 | frames",
                        "ROW Q355 | 355 | bridges",
                        "PARAGRAPH Values are the least that is allowed.");
    }

    @Test
    void aRuleUnderEachRowKeepsWhatStandsOverSeveralLines() throws IOException, ParseException {
        float[] xs = {64, 200, 340};
        page(sheet -> {
            for (float y : new float[] {100, 122, 158, 180}) {
                sheet.rule(60, y, 480, y);
            }
            sheet.row(115, xs, "Fault", "Sign", "Action");
            sheet.row(136, xs, "Leak", "pressure falls", "close the valve and");
            sheet.row(150, xs, "", "", "call the station");
            sheet.row(174, xs, "Noise", "over 85", "stop");
        });
        assertThat(lines(parsed()))
                .containsExactly(
                        "TABLE Fault | Sign | Action",
                        "ROW Leak | pressure falls | close the valve and call the station",
                        "ROW Noise | over 85 | stop");
    }

    @Test
    void headRulesAndFootRulesOfAPageAreNoTable() throws IOException, ParseException {
        page(sheet -> {
            for (float y : new float[] {60, 400, 780}) {
                sheet.rule(60, y, 530, y);
            }
            for (int i = 0; i < 8; i++) {
                sheet.text(60, 100 + 16 * i, "A line of running text that stands between the rules of its page.");
            }
        });
        assertThat(parsed().blocks()).extracting(Block::kind).doesNotContain(BlockKind.TABLE, BlockKind.ROW);
    }

    @Test
    void aHeaderOfTwoRowsGivesEachColumnItsPath() throws IOException, ParseException {
        page(sheet -> {
            float[] xs = {60, 160, 240, 320};
            for (float x : new float[] {60, 160, 320}) {
                sheet.rule(x, 100, x, 180);
            }
            sheet.rule(240, 120, 240, 180);
            for (float y : new float[] {100, 140, 160, 180}) {
                sheet.rule(60, y, 320, y);
            }
            sheet.rule(160, 120, 320, 120);
            sheet.text(64, 124, "Plant");
            sheet.text(164, 114, "Output");
            sheet.row(134, new float[] {xs[1] + 4, xs[2] + 4}, "2024", "2025");
            sheet.row(154, new float[] {64, 164, 244}, "North", "10", "12");
            sheet.row(174, new float[] {64, 164, 244}, "South", "20", "24");
        });
        Outline outline = parsed();
        assertThat(lines(outline))
                .containsExactly(
                        "TABLE Plant | Output / 2024 | Output / 2025", "ROW North | 10 | 12", "ROW South | 20 | 24");
        assertThat(outline.blocks().get(1).cells()).containsExactly("North", "10", "12");
    }

    @Test
    void aHeaderOverColumnsWithoutRulesGivesEachColumnItsPath() throws IOException, ParseException {
        page(sheet -> {
            float[] xs = {64, 200, 300};
            sheet.rule(60, 90, 400, 90);
            sheet.rule(60, 138, 400, 138);
            sheet.rule(60, 196, 400, 196);
            sheet.text(64, 104, "Plant");
            sheet.text(200, 104, "Output of all lines together");
            sheet.row(128, new float[] {200, 300}, "2024", "2025");
            sheet.row(154, xs, "North", "10", "12");
            sheet.row(170, xs, "South", "20", "24");
            sheet.row(186, xs, "East", "30", "36");
        });
        assertThat(lines(parsed()))
                .contains(
                        "TABLE Plant | Output of all lines together / 2024 | Output of all lines together / 2025",
                        "ROW South | 20 | 24");
    }

    @Test
    void aValueOverSeveralRowsStandsInEach() throws IOException, ParseException {
        page(sheet -> {
            for (float x : new float[] {60, 160, 300, 480}) {
                sheet.rule(x, 100, x, 180);
            }
            for (float y : new float[] {100, 120, 160, 180}) {
                sheet.rule(60, y, 480, y);
            }
            sheet.rule(160, 140, 480, 140);
            sheet.row(114, IN_GRID, "Area", "Gas", "Limit");
            sheet.text(64, 144, "Furnace");
            sheet.row(134, new float[] {164, 304}, "CO", "24");
            sheet.row(154, new float[] {164, 304}, "H2S", "10");
            sheet.row(174, IN_GRID, "Yard", "CO", "30");
        });
        assertThat(lines(parsed()))
                .containsExactly(
                        "TABLE Area | Gas | Limit",
                        "ROW Furnace | CO | 24",
                        "ROW Furnace | H2S | 10",
                        "ROW Yard | CO | 30");
    }

    @Test
    void aCaptionOverTheWholeWidthIsNoHeader() throws IOException, ParseException {
        page(sheet -> {
            for (float y : new float[] {100, 120, 140, 160}) {
                sheet.rule(60, y, 480, y);
            }
            for (float x : new float[] {60, 480}) {
                sheet.rule(x, 100, x, 160);
            }
            for (float x : new float[] {160, 300}) {
                sheet.rule(x, 120, x, 160);
            }
            sheet.text(200, 114, "Limits of the works");
            sheet.row(134, IN_GRID, "Area", "Gas", "Limit");
            sheet.row(154, IN_GRID, "Yard", "CO", "30");
        });
        Predicate<String> isTable = line -> line.startsWith("TABLE") || line.startsWith("ROW");
        List<String> lines = lines(parsed());
        assertThat(lines.getFirst()).endsWith("Limits of the works");
        assertThat(lines.stream().filter(isTable)).containsExactly("TABLE Area | Gas | Limit", "ROW Yard | CO | 30");
    }
}
