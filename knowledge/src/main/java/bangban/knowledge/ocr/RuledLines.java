package bangban.knowledge.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rules on a page by run lengths: an opening with a long thin element, done as the dark runs of each row that are long enough,
 * joined with those of the rows beside. Columns are the rows of the page turned by a quarter.
 */
final class RuledLines {

    /** A few light pixels do not end a rule. */
    private static final int HOLE = 3;

    private static final int MOST = 5_000;

    private final GreyImage image;
    private final int shortest;
    private final int thickest;
    private final int dark;

    /** Runs of neighbouring rows that touch. */
    private static final class Bundle {
        private int from;
        private int to;
        private int lastFrom;
        private int lastTo;
        private int lastRow;
        private long rows;
        private long pixels;
    }

    private RuledLines(GreyImage image, int shortest, int thickest, int dark) {
        this.image = image;
        this.shortest = shortest;
        this.thickest = thickest;
        this.dark = dark;
    }

    /**
     * @param letter the usual height of the page's letters in pixels, which strokes of letters do not exceed
     */
    static List<Stroke> of(GreyImage page, float letter) {
        int dark = darkness(page);
        int thickest = Math.max(3, Math.round(letter * 0.3f));
        List<Stroke> strokes = new ArrayList<>();
        new RuledLines(page, Math.round(letter * 2), thickest, dark)
                .bundles()
                .forEach(rule -> strokes.add(new Stroke(true, at(rule), rule.from, rule.to)));
        new RuledLines(page.turned(1), Math.round(letter * 1.3f), thickest, dark)
                .bundles()
                .forEach(rule ->
                        strokes.add(new Stroke(false, at(rule), page.height() - rule.to, page.height() - rule.from)));
        return strokes;
    }

    private static float at(Bundle bundle) {
        return (float) bundle.rows / bundle.pixels + 0.5f;
    }

    /** The threshold between paper and print that parts their variances best (Otsu 1979), a little lighter for thin rules. */
    private static int darkness(GreyImage page) {
        long[] histogram = new long[256];
        long sum = 0;
        for (byte pixel : page.pixels()) {
            histogram[pixel & 0xff]++;
            sum += pixel & 0xff;
        }
        long total = page.pixels().length;
        long below = 0;
        long sumBelow = 0;
        double best = -1;
        int threshold = 128;
        for (int i = 0; i < 255; i++) {
            below += histogram[i];
            sumBelow += i * histogram[i];
            if (below > 0 && below < total) {
                double apart = (double) sumBelow / below - (double) (sum - sumBelow) / (total - below);
                double variance = (double) below * (total - below) * apart * apart;
                if (variance > best) {
                    best = variance;
                    threshold = i;
                }
            }
        }
        return Math.clamp(threshold + 30, 100, 200);
    }

    private List<Bundle> bundles() {
        List<Bundle> done = new ArrayList<>();
        List<Bundle> open = new ArrayList<>();
        for (int row = 0; row < image.height() && done.size() < MOST; row++) {
            int from = -1;
            int last = -1;
            for (int x = 0; x < image.width(); x++) {
                if (image.at(x, row) < dark) {
                    if (from < 0 || x - last > HOLE) {
                        join(open, from, last, row);
                        from = x;
                    }
                    last = x;
                }
            }
            join(open, from, last, row);
            int now = row;
            open.removeIf(bundle -> {
                boolean ends = bundle.lastRow < now - 1;
                if (ends) {
                    done.add(bundle);
                }
                return ends;
            });
        }
        done.addAll(open);
        done.removeIf(bundle -> bundle.pixels > (long) thickest * (bundle.to - bundle.from));
        return done;
    }

    private void join(List<Bundle> open, int from, int last, int row) {
        if (from < 0 || last + 1 - from < shortest) {
            return;
        }
        for (Bundle bundle : open) {
            boolean touches = from <= bundle.lastTo + HOLE && last + 1 >= bundle.lastFrom - HOLE;
            if (touches && bundle.lastRow >= row - 1) {
                add(bundle, from, last + 1, row);
                return;
            }
        }
        Bundle begun = new Bundle();
        begun.from = from;
        begun.to = last + 1;
        add(begun, from, last + 1, row);
        open.add(begun);
    }

    private static void add(Bundle bundle, int from, int to, int row) {
        bundle.from = Math.min(bundle.from, from);
        bundle.to = Math.max(bundle.to, to);
        bundle.lastFrom = from;
        bundle.lastTo = to;
        bundle.lastRow = row;
        bundle.rows += (long) row * (to - from);
        bundle.pixels += to - from;
    }
}
