package bangban.knowledge.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out running headers, footers and page numbers: lines at the edge that come again at the same height on other pages. */
final class PdfFurniture {

    private static final int EDGE_LINES = 3;
    private static final double SHARE = 0.4;
    private static final Pattern FIGURES = Pattern.compile("[0-9０-９]+|[一二三四五六七八九十百]+(?=[ 　]*页)");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[-—–_·\\s　]*(?:第[\\s　]*)?[0-9０-９]{1,4}[\\s　]*(?:页)?(?:[\\s　]*[/／,，共of]+[\\s　]*[0-9０-９]{1,4}[\\s　]*(?:页)?)?[-—–_·\\s　]*");

    private PdfFurniture() {}

    static List<PdfPage> removed(List<PdfPage> pages) {
        if (pages.size() < 2) {
            return pages;
        }
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (PdfPage page : pages) {
            for (PdfLine line : edges(page.lines())) {
                seen.computeIfAbsent(key(line), key -> new HashSet<>()).add(line.page());
            }
        }
        int needed = Math.max(2, (int) Math.ceil(pages.size() * SHARE));
        List<PdfPage> kept = new ArrayList<>();
        for (PdfPage page : pages) {
            Set<PdfLine> edges = new HashSet<>(edges(page.lines()));
            kept.add(page.withLines(page.lines().stream()
                    .filter(line -> !edges.contains(line) || !isFurniture(line, page.lines(), seen, needed))
                    .toList()));
        }
        return kept;
    }

    private static boolean isFurniture(PdfLine line, List<PdfLine> page, Map<String, Set<Integer>> seen, int needed) {
        boolean outermost = line.equals(page.getFirst()) || line.equals(page.getLast());
        return seen.getOrDefault(key(line), Set.of()).size() >= needed
                || (outermost && PAGE_NUMBER.matcher(line.text()).matches());
    }

    private static List<PdfLine> edges(List<PdfLine> page) {
        if (page.size() <= 2 * EDGE_LINES) {
            return page;
        }
        List<PdfLine> edges = new ArrayList<>(page.subList(0, EDGE_LINES));
        edges.addAll(page.subList(page.size() - EDGE_LINES, page.size()));
        return edges;
    }

    /** What makes two lines the same furniture: the text but for its figures, and the height but for a few points. */
    private static String key(PdfLine line) {
        return FIGURES.matcher(line.text()).replaceAll("#").replaceAll("[\\s　]", "") + "@" + Math.round(line.y() / 4);
    }
}
