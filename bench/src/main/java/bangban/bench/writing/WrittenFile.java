package bangban.bench.writing;

import bangban.bench.writing.WrittenRule.Chapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A rule as a file of some format, or several as an archive. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record WrittenFile(String name, byte[] bytes) {

    /** The formats that are written. */
    public enum Kind {
        MARKDOWN("md"),
        TEXT("txt"),
        HTML("html"),
        WORD("docx"),
        EXCEL("xlsx"),
        PDF("pdf");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    public static WrittenFile of(WrittenRule rule, Kind kind) {
        byte[] bytes = switch (kind) {
            case MARKDOWN -> utf8(markdown(rule));
            case TEXT -> utf8(String.join("\n\n", rule.lines()));
            case HTML -> utf8(html(rule));
            case WORD -> word(rule);
            case EXCEL -> excel(rule);
            case PDF -> WrittenPdf.of(rule.lines());
        };
        return new WrittenFile(rule.title() + "." + kind.ending, bytes);
    }

    /** These as one archive. */
    public static WrittenFile archive(String name, List<WrittenFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (WrittenFile file : files) {
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(file.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WrittenFile(name, bytes.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String markdown(WrittenRule rule) {
        StringBuilder text = new StringBuilder("# " + rule.title() + "\n\n");
        for (Chapter chapter : rule.chapters()) {
            text.append("## ").append(chapter.title()).append("\n\n");
            chapter.clauses().forEach(clause -> text.append(clause).append("\n\n"));
        }
        return text.toString();
    }

    private static String html(WrittenRule rule) {
        StringBuilder text = new StringBuilder("<html><body><h1>" + rule.title() + "</h1>");
        for (Chapter chapter : rule.chapters()) {
            text.append("<h2>").append(chapter.title()).append("</h2>");
            chapter.clauses()
                    .forEach(clause -> text.append("<p>").append(clause).append("</p>"));
        }
        return text.append("</body></html>").toString();
    }

    private static byte[] word(WrittenRule rule) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            rule.lines().forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] excel(WrittenRule rule) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet(rule.title());
            row(sheet, 0, List.of("章", "条款"));
            int number = 1;
            for (Chapter chapter : rule.chapters()) {
                for (String clause : chapter.clauses()) {
                    row(sheet, number++, List.of(chapter.title(), clause));
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(XSSFSheet sheet, int number, List<String> cells) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }
}
