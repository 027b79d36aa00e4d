package bangban.knowledge.ocr;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The detector's map of probabilities, cut into connected regions and each given the smallest rectangle around it. */
final class TextRegions {

    private static final float INK = 0.3f;
    private static final float LEAST_MEAN = 0.5f;
    private static final float LEAST_SIDE = 3;
    /** The detector is trained on shrunken text; its regions grow by area × this ÷ perimeter. */
    private static final float GROWTH = 1.6f;

    private static final int MOST = 3_000;

    private final FloatBuffer map;
    private final int width;
    private final int height;
    private final boolean[] open;
    private int[] stack = new int[1024];

    TextRegions(FloatBuffer map, int width, int height) {
        this.map = map;
        this.width = width;
        this.height = height;
        open = new boolean[width * height];
        for (int i = 0; i < open.length; i++) {
            open[i] = map.get(i) > INK;
        }
    }

    List<TextBox> boxes(float scaleX, float scaleY) {
        List<TextBox> boxes = new ArrayList<>();
        for (int i = 0; i < open.length && boxes.size() < MOST; i++) {
            if (open[i]) {
                Region region = region(i);
                TextBox box = SmallestRectangle.around(region.outline);
                if (Math.min(box.width(), box.height()) >= LEAST_SIDE && region.sum / region.size >= LEAST_MEAN) {
                    boxes.add(grown(box, scaleX, scaleY));
                }
            }
        }
        return boxes;
    }

    private static TextBox grown(TextBox box, float scaleX, float scaleY) {
        float by = box.width() * box.height() * GROWTH / (box.width() + box.height());
        float width = (box.width() + by) * scaleX;
        float height = (box.height() + by) * scaleY;
        return new TextBox(box.x() * scaleX, box.y() * scaleY, width, height, box.angle());
    }

    /** A region's outermost pixels in each row, with the sum of its probabilities. */
    private static final class Region {
        private final List<int[]> outline = new ArrayList<>();
        private double sum;
        private int size;
    }

    private Region region(int start) {
        Region region = new Region();
        int top = start / width;
        List<int[]> extents = new ArrayList<>();
        int depth = push(start, 0);
        while (depth > 0) {
            int at = stack[--depth];
            int x = at % width;
            int y = at / width;
            region.sum += map.get(at);
            region.size++;
            while (extents.size() <= y - top) {
                extents.add(new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE});
            }
            int[] extent = extents.get(y - top);
            extent[0] = Math.min(extent[0], x);
            extent[1] = Math.max(extent[1], x);
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    if (open[ny * width + nx]) {
                        depth = push(ny * width + nx, depth);
                    }
                }
            }
        }
        for (int row = 0; row < extents.size(); row++) {
            int[] extent = extents.get(row);
            region.outline.add(new int[] {extent[0], top + row});
            region.outline.add(new int[] {extent[1], top + row});
        }
        return region;
    }

    private int push(int at, int depth) {
        open[at] = false;
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
        }
        stack[depth] = at;
        return depth + 1;
    }
}
