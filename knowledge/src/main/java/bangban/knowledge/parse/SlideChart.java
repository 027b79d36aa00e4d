package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A chart as the table it was drawn from: a row for each category, a column for each series. */
final class SlideChart {

    private static final int MOST_ROWS = 500;

    private SlideChart() {}

    static List<Piece> read(XDDFChart chart, int page) {
        Document xml = Jsoup.parse(chart.getCTChartSpace().xmlText(), "", Parser.xmlParser());
        List<Piece> pieces = new ArrayList<>();
        Element title = xml.selectFirst("c|chart > c|title");
        if (title != null) {
            String text = PlainText.line(String.join("", title.select("a|t").eachText()));
            pieces.add(new Paragraph(text, 0, null, page));
        }
        List<Element> series = xml.select("c|ser");
        if (!series.isEmpty()) {
            pieces.add(table(series, page));
        }
        return pieces;
    }

    private static Piece.Table table(List<Element> series, int page) {
        List<String> categories = points(series.getFirst(), "c|cat, c|xVal");
        List<String> header = new ArrayList<>(List.of(""));
        List<List<String>> columns = new ArrayList<>();
        for (Element one : series) {
            header.add(PlainText.cell(String.join(" ", one.select("> c|tx c|v").eachText())));
            columns.add(points(one, "c|val, c|yVal"));
        }
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        List<Piece.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(Math.max(longest, categories.size()), MOST_ROWS); i++) {
            List<String> cells = new ArrayList<>(List.of(at(categories, i)));
            for (List<String> column : columns) {
                cells.add(at(column, i));
            }
            rows.add(new Piece.Row(null, cells, page));
        }
        return new Piece.Table(header, rows, page);
    }

    /** Values by their index; one that is missing is empty. */
    private static List<String> points(Element series, String of) {
        List<String> points = new ArrayList<>();
        Element data = series.selectFirst(of);
        if (data != null) {
            for (Element point : data.select("c|pt")) {
                String index = point.attr("idx");
                int at = index.matches("[0-9]{1,4}") ? Integer.parseInt(index) : points.size();
                while (points.size() <= Math.min(at, MOST_ROWS)) {
                    points.add("");
                }
                if (at < points.size()) {
                    points.set(at, PlainText.cell(point.text()));
                }
            }
        }
        return points;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }
}
