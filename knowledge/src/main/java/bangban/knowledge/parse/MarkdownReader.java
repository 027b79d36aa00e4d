package bangban.knowledge.parse;

import bangban.knowledge.parse.Piece.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown line by line into pieces. */
final class MarkdownReader {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\n.*?\\n---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t\\u3000]+(.*?)[ \\t]*#*[ \\t]*");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=+|-{2,})[ \\t]*");
    private static final Pattern RULE =
            Pattern.compile(" {0,3}(?:(?:\\*[ \\t]*){3,}|(?:-[ \\t]*){3,}|(?:_[ \\t]*){3,})");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```+|~~~+).*");
    private static final Pattern BULLET = Pattern.compile("[ \\t]*[-*+][ \\t]+(.*)");
    private static final Pattern QUOTE = Pattern.compile(" {0,3}(?:> ?)+(.*)");
    private static final Pattern DELIMITERS =
            Pattern.compile("[ \\t]*\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)*\\|?[ \\t]*");

    private final List<Piece> pieces = new ArrayList<>();
    private String pending = "";
    private boolean fenced;

    List<Piece> read(String text) {
        String bare =
                COMMENT.matcher(FRONT_MATTER.matcher(text).replaceFirst("")).replaceAll("\n\n");
        List<String> lines = bare.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!fenced && i + 1 < lines.size() && isTable(lines.get(i), lines.get(i + 1))) {
                i = table(lines, i);
            } else {
                line(lines.get(i));
            }
        }
        flush();
        return pieces;
    }

    private void line(String line) {
        if (FENCE.matcher(line).matches()) {
            flush();
            fenced = !fenced;
            return;
        }
        Matcher quote = QUOTE.matcher(line);
        String content = !fenced && quote.matches() ? quote.group(1) : line;
        Matcher heading = HEADING.matcher(content);
        Matcher bullet = BULLET.matcher(content);
        if (fenced) {
            flush();
            pending = PlainText.line(content);
        } else if (content.isBlank()) {
            flush();
        } else if (heading.matches()) {
            flush();
            add(heading.group(2), heading.group(1).length());
        } else if (!pending.isEmpty() && UNDERLINE.matcher(content).matches()) {
            String title = pending;
            pending = "";
            add(title, content.contains("=") ? 1 : 2);
        } else if (RULE.matcher(content).matches()) {
            flush();
        } else if (bullet.matches()) {
            flush();
            String entry = bullet.group(1);
            pending = LineStart.of(entry).isPresent() ? entry : "• " + entry;
        } else {
            continued(content);
        }
    }

    private void continued(String content) {
        String line = content.strip();
        if (pending.isEmpty()
                || LineStart.of(MarkdownInline.plain(line)).isPresent()
                || content.startsWith("\u3000\u3000")) {
            flush();
            pending = line;
        } else {
            pending = PlainText.join(pending, line);
        }
        if (content.endsWith("  ") || content.endsWith("\\")) {
            pending = pending.endsWith("\\") ? pending.substring(0, pending.length() - 1) : pending;
            flush();
        }
    }

    private void flush() {
        if (!pending.isEmpty()) {
            String paragraph = pending;
            pending = "";
            for (String line : paragraph.split("(?i)<br */?>")) {
                add(line, 0);
            }
        }
    }

    private void add(String text, int heading) {
        String plain = fenced ? PlainText.line(text) : PlainText.line(MarkdownInline.plain(text));
        if (!plain.isEmpty()) {
            pieces.add(new Paragraph(plain, heading));
        }
    }

    private static boolean isTable(String line, String next) {
        return line.contains("|")
                && next.contains("-")
                && next.contains("|")
                && DELIMITERS.matcher(next).matches();
    }

    private int table(List<String> lines, int first) {
        flush();
        List<String> header = cells(lines.get(first));
        List<Piece.Row> rows = new ArrayList<>();
        int i = first + 2;
        while (i < lines.size() && lines.get(i).contains("|") && !lines.get(i).isBlank()) {
            List<String> cells = new ArrayList<>(cells(lines.get(i)));
            while (cells.size() < header.size()) {
                cells.add("");
            }
            rows.add(new Piece.Row(null, cells, null));
            i++;
        }
        pieces.add(new Piece.Table(header, rows, null));
        return i - 1;
    }

    private static List<String> cells(String line) {
        String bare = line.strip();
        bare = bare.startsWith("|") ? bare.substring(1) : bare;
        bare = bare.endsWith("|") && !bare.endsWith("\\|") ? bare.substring(0, bare.length() - 1) : bare;
        List<String> cells = new ArrayList<>();
        for (String cell : bare.split("(?<!\\\\)\\|", -1)) {
            cells.add(PlainText.cell(MarkdownInline.plain(cell.replaceAll("(?i)<br */?>", " "))));
        }
        return cells;
    }
}
