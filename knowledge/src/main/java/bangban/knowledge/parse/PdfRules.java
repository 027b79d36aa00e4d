package bangban.knowledge.parse;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** The horizontal and vertical rules drawn on a page: lines, thin rectangles and the edges of boxes. Pictures and curves are counted, not drawn. */
final class PdfRules extends PDFGraphicsStreamEngine {

    /** A filled rectangle no thicker than this is a line. */
    private static final float THIN = 2.5f;

    private static final int MOST = 20_000;

    /**
     * A rule. A horizontal one lies {@code at} a height from the page's top and reaches from left to right, a vertical one lies at a
     * distance from the left and reaches from top to bottom; all in points.
     */
    record Rule(boolean horizontal, float at, float from, float to) {

        boolean covers(float position) {
            return from - 2 <= position && position <= to + 2;
        }
    }

    /**
     * What a page shows besides text.
     *
     * @param rules none where the page is turned, for its text is then in other coordinates
     * @param pictures the share of the page that pictures cover, more than 1 where they lie over each other
     * @param curves how many curves its paths have
     */
    record Drawn(List<Rule> rules, double pictures, int curves) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<float[]> path = new ArrayList<>();
    private final PDRectangle box;
    private Point2D current = new Point2D.Float();
    private double pictures;
    private int curves;

    private PdfRules(PDPage page) {
        super(page);
        box = page.getCropBox();
    }

    static Drawn of(PDPage page) throws IOException {
        PdfRules engine = new PdfRules(page);
        engine.processPage(page);
        double area = (double) engine.box.getWidth() * engine.box.getHeight();
        List<Rule> rules = page.getRotation() == 0 ? engine.rules : List.of();
        return new Drawn(rules, area > 0 ? engine.pictures / area : 0, engine.curves);
    }

    private void line(double x0, double y0, double x1, double y1) {
        path.add(new float[] {(float) x0, (float) y0, (float) x1, (float) y1});
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        line(p0.getX(), p0.getY(), p1.getX(), p1.getY());
        line(p1.getX(), p1.getY(), p2.getX(), p2.getY());
        line(p2.getX(), p2.getY(), p3.getX(), p3.getY());
        line(p3.getX(), p3.getY(), p0.getX(), p0.getY());
        current = p0;
    }

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        line(current.getX(), current.getY(), x, y);
        current = new Point2D.Float(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        curves++;
        current = new Point2D.Float(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void strokePath() {
        for (float[] line : path) {
            add(line[0], line[1], line[2], line[3]);
        }
        path.clear();
    }

    @Override
    public void fillPath(int windingRule) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        for (float[] line : path) {
            left = Math.min(left, Math.min(line[0], line[2]));
            right = Math.max(right, Math.max(line[0], line[2]));
            bottom = Math.min(bottom, Math.min(line[1], line[3]));
            top = Math.max(top, Math.max(line[1], line[3]));
        }
        if (top - bottom <= THIN) {
            add(left, (top + bottom) / 2, right, (top + bottom) / 2);
        } else if (right - left <= THIN) {
            add((left + right) / 2, bottom, (left + right) / 2, top);
        }
        path.clear();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        strokePath();
    }

    private void add(float x0, float y0, float x1, float y1) {
        float left = Math.min(x0, x1) - box.getLowerLeftX();
        float right = Math.max(x0, x1) - box.getLowerLeftX();
        float top = box.getUpperRightY() - Math.max(y0, y1);
        float bottom = box.getUpperRightY() - Math.min(y0, y1);
        if (rules.size() >= MOST) {
            return;
        }
        if (bottom - top < 1 && right - left > 4) {
            rules.add(new Rule(true, (top + bottom) / 2, left, right));
        } else if (right - left < 1 && bottom - top > 4) {
            rules.add(new Rule(false, (left + right) / 2, top, bottom));
        }
    }

    @Override
    public void drawImage(PDImage image) {
        pictures += Math.abs(getGraphicsState()
                .getCurrentTransformationMatrix()
                .createAffineTransform()
                .getDeterminant());
    }

    @Override
    public void clip(int windingRule) {}

    @Override
    public void shadingFill(COSName name) {}
}
