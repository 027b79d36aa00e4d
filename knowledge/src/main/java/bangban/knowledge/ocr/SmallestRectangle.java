package bangban.knowledge.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rectangle of least area around points: one of its sides lies on an edge of their convex hull (Freeman and Shapira, 1975). */
final class SmallestRectangle {

    private SmallestRectangle() {}

    /** @param points x and y; at least one */
    static TextBox around(List<int[]> points) {
        List<int[]> hull = hull(points);
        TextBox best = rectangle(hull, 0);
        for (int i = 0; i < hull.size(); i++) {
            int[] from = hull.get(i);
            int[] to = hull.get((i + 1) % hull.size());
            TextBox box = rectangle(hull, upTo45Degrees(Math.atan2(to[1] - from[1], to[0] - from[0])));
            if (box.width() * box.height() < best.width() * best.height() - 1e-3f) {
                best = box;
            }
        }
        return best;
    }

    /** The direction of that side of a rectangle which is nearest to the horizontal. */
    private static double upTo45Degrees(double angle) {
        return angle - Math.rint(angle / (Math.PI / 2)) * (Math.PI / 2);
    }

    private static TextBox rectangle(List<int[]> hull, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int[] point : hull) {
            double along = point[0] * cos + point[1] * sin;
            double across = point[1] * cos - point[0] * sin;
            left = Math.min(left, along);
            right = Math.max(right, along);
            top = Math.min(top, across);
            bottom = Math.max(bottom, across);
        }
        double along = (left + right) / 2;
        double across = (top + bottom) / 2;
        return new TextBox(
                (float) (along * cos - across * sin + 0.5),
                (float) (along * sin + across * cos + 0.5),
                (float) (right - left + 1),
                (float) (bottom - top + 1),
                (float) angle);
    }

    /** Andrew's monotone chain. */
    private static List<int[]> hull(List<int[]> points) {
        List<int[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<int[]>comparingInt(point -> point[0]).thenComparingInt(point -> point[1]));
        List<int[]> hull = new ArrayList<>(half(sorted));
        hull.addAll(half(sorted.reversed()));
        return hull.isEmpty() ? sorted.subList(0, 1) : hull;
    }

    private static List<int[]> half(List<int[]> points) {
        List<int[]> half = new ArrayList<>();
        for (int[] point : points) {
            while (half.size() >= 2 && !turns(half.get(half.size() - 2), half.getLast(), point)) {
                half.removeLast();
            }
            half.add(point);
        }
        half.removeLast();
        return half;
    }

    private static boolean turns(int[] a, int[] b, int[] c) {
        return (long) (b[0] - a[0]) * (c[1] - a[1]) - (long) (b[1] - a[1]) * (c[0] - a[0]) > 0;
    }
}
