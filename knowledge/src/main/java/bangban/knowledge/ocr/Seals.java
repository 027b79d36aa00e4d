package bangban.knowledge.ocr;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The red seals on a page, and the page without them: in the red channel red ink is as light as paper while black print stays dark, so
 * within a seal that channel, stretched until its ink is white, stands for the grey of the page (colour dropout by channel, as scanners do
 * it for forms). Red text that is no seal, such as the heading of an official letter, stays as it is.
 */
final class Seals {

    /** Pixels a side; red ink is gathered in cells of this size. */
    private static final int CELL = 8;

    private static final int REDDER = 50;
    private static final float LEAST_SHARE = 0.12f;
    /** Of the page's width: a seal is 38 to 58 mm wide on 210 mm, an oval one half as high; letters are smaller. */
    private static final float LEAST_WIDTH = 0.13f;

    private static final float MOST_WIDTH = 0.75f;
    private static final float LONGEST = 2.2f;
    /** In the red channel: the lightest that is print and the darkest that is ink or paper. */
    private static final int PRINT = 90;

    private static final int INK = 165;

    private final BufferedImage image;
    private final List<Region> regions = new ArrayList<>();

    Seals(BufferedImage image) {
        this.image = image;
        int columns = (image.getWidth() + CELL - 1) / CELL;
        int rows = (image.getHeight() + CELL - 1) / CELL;
        boolean[] red = redCells(columns, rows);
        for (int i = 0; i < red.length; i++) {
            if (red[i]) {
                Region region = region(red, i, columns, rows);
                if (isSeal(region)) {
                    regions.add(region.wider(CELL, image.getWidth(), image.getHeight()));
                }
            }
        }
    }

    List<Region> regions() {
        return regions;
    }

    private boolean[] redCells(int columns, int rows) {
        int[] counts = new int[columns * rows];
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int r = row[x] >> 16 & 0xff;
                int other = Math.max(row[x] >> 8 & 0xff, row[x] & 0xff);
                if (r - other > REDDER) {
                    counts[y / CELL * columns + x / CELL]++;
                }
            }
        }
        boolean[] red = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            red[i] = counts[i] > LEAST_SHARE * CELL * CELL;
        }
        return red;
    }

    /** Cells that lie within two of each other belong together: ring, star and letters of one seal. */
    private static Region region(boolean[] red, int start, int columns, int rows) {
        int left = columns;
        int top = rows;
        int right = 0;
        int bottom = 0;
        List<Integer> open = new ArrayList<>(List.of(start));
        red[start] = false;
        while (!open.isEmpty()) {
            int at = open.removeLast();
            int x = at % columns;
            int y = at / columns;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            for (int ny = Math.max(0, y - 2); ny <= Math.min(rows - 1, y + 2); ny++) {
                for (int nx = Math.max(0, x - 2); nx <= Math.min(columns - 1, x + 2); nx++) {
                    if (red[ny * columns + nx]) {
                        red[ny * columns + nx] = false;
                        open.add(ny * columns + nx);
                    }
                }
            }
        }
        return new Region(left * CELL, top * CELL, right * CELL, bottom * CELL);
    }

    private boolean isSeal(Region region) {
        float shorter = Math.min(image.getWidth(), image.getHeight());
        float longSide = Math.max(region.width(), region.height());
        float shortSide = Math.min(region.width(), region.height());
        return longSide >= LEAST_WIDTH * shorter && longSide <= MOST_WIDTH * shorter && longSide <= LONGEST * shortSide;
    }

    /** The page with the red ink of its seals gone. */
    GreyImage without(GreyImage page) {
        byte[] pixels = page.pixels().clone();
        for (Region region : regions) {
            for (int y = region.top(); y < Math.min(region.bottom(), page.height()); y++) {
                for (int x = region.left(); x < Math.min(region.right(), page.width()); x++) {
                    int red = image.getRGB(x, y) >> 16 & 0xff;
                    pixels[y * page.width() + x] = (byte) Math.clamp((red - PRINT) * 255 / (INK - PRINT), 0, 255);
                }
            }
        }
        return new GreyImage(page.width(), page.height(), pixels);
    }
}
