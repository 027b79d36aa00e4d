package bangban.knowledge.parse;

import bangban.knowledge.parse.ParseException.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Tables as text (.csv, .tsv): the delimiter is the one that cuts most lines into equally many values. */
final class CsvParser implements DocumentParser {

    private static final char[] DELIMITERS = {',', '\t', ';', '|', '，'};
    private static final int SAMPLE_LINES = 50;
    private static final String DELIMITER_LINE = "(?i)sep=.";

    private final Limits limits;

    CsvParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(SourceFile file) {
        return file.isNamed(".csv", ".tsv", ".tab");
    }

    @Override
    public Outline parse(SourceFile file) throws ParseException {
        String text = TextParser.read(file, limits);
        String first = text.lines().findFirst().orElse("");
        boolean said = first.matches(DELIMITER_LINE);
        String table = said ? text.substring(first.length()) : text;
        char delimiter = said ? first.charAt(first.length() - 1) : delimiter(text);
        List<Piece> pieces = new SheetReader(new Rows(records(table, delimiter))).read();
        if (pieces.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "the table has no value");
        }
        return StructureRecogniser.recognise(file.stem(), pieces, null);
    }

    private static char delimiter(String text) {
        String sample =
                text.lines().filter(line -> !line.isBlank()).limit(SAMPLE_LINES).collect(Collectors.joining("\n"));
        char best = DELIMITERS[0];
        double most = 0;
        for (char delimiter : DELIMITERS) {
            double score = evenness(records(sample, delimiter));
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    /** The share of rows that have the commonest width, and a little more for wider ones; 0 where that is a single column. */
    private static double evenness(List<List<String>> rows) {
        Map<Integer, Long> widths = rows.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
        return widths.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .filter(common -> common.getKey() > 1)
                .map(common -> common.getValue() / (double) rows.size() + common.getKey() / 1e4)
                .orElse(0.0);
    }

    private static List<List<String>> records(String text, char delimiter) {
        try {
            return records(text, delimiter, '"');
        } catch (UncheckedIOException | IOException e) {
            try {
                return records(text, delimiter, null); // the quotes are not of the format, so they are text
            } catch (IOException again) {
                throw new UncheckedIOException(again);
            }
        }
    }

    private static List<List<String>> records(String text, char delimiter, @Nullable Character quote)
            throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote(quote)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
            }
        }
        return rows;
    }

    /** The file as the sheet that Excel makes of it. */
    private record Rows(List<List<String>> rows) implements SheetCells {

        @Override
        public String name() {
            return "";
        }

        @Override
        public int lastRow() {
            return rows.size() - 1;
        }

        @Override
        public SortedMap<Integer, String> row(int row) {
            SortedMap<Integer, String> values = new TreeMap<>();
            List<String> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                String value = PlainText.cell(cells.get(column));
                if (!value.isEmpty()) {
                    values.put(column, value);
                }
            }
            return values;
        }

        @Override
        public boolean isHidden(int column) {
            return false;
        }

        @Override
        public List<Merged> merged() {
            return List.of();
        }
    }
}
