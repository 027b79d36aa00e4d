package bangban.bench.ocr;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws pages of Chinese text as a printer and a scanner would: A4, with or without a seal, askew, turned, with noise. */
final class PagePainter {

    private static final List<String> FAMILIES =
            List.of("AR PL SungtiL GB", "AR PL UMing CN", "Noto Serif CJK SC", "Noto Sans CJK SC");
    private static final float MARGIN = 72;
    private static final float LETTER = 12;
    private static final float LEADING = 21;
    private static final Color SEAL = new Color(214, 38, 40);

    private final String family;
    private final int dpi;

    /** A page's picture and the text on it. */
    record Page(BufferedImage image, String text) {}

    PagePainter(int dpi) {
        this.dpi = dpi;
        List<String> installed =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        family = FAMILIES.stream()
                .filter(installed::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no Chinese font is installed; install the package fonts-arphic-gbsn00lp or fonts-noto-cjk"));
    }

    /** @param paragraphs taken from the front until the page is full */
    Page page(List<String> paragraphs) {
        BufferedImage image = new BufferedImage(pixels(595), pixels(842), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(family, Font.PLAIN, 1).deriveFont(LETTER * dpi / 72));
        StringBuilder text = new StringBuilder();
        float y = MARGIN + LETTER;
        for (String paragraph : paragraphs) {
            List<String> lines = wrapped("　　" + paragraph, graphics.getFontMetrics());
            if (y + lines.size() * LEADING > 842 - MARGIN) {
                break;
            }
            for (String line : lines) {
                graphics.drawString(line, pixels(MARGIN), pixels(y));
                y += LEADING;
            }
            text.append(paragraph).append('\n');
            paragraphs = paragraphs.subList(1, paragraphs.size());
        }
        graphics.dispose();
        return new Page(image, text.toString());
    }

    private List<String> wrapped(String paragraph, FontMetrics metrics) {
        int most = pixels(595 - 2 * MARGIN);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= paragraph.length(); end++) {
            boolean full = metrics.stringWidth(paragraph.substring(start, end)) > most;
            if (full || end == paragraph.length()) {
                int cut = full ? end - 1 : end;
                lines.add(paragraph.substring(start, cut));
                start = cut;
            }
        }
        if (start < paragraph.length()) {
            lines.add(paragraph.substring(start));
        }
        return lines;
    }

    /** A round seal of 42 mm over the lower right, its ink let through as stamp pads do. */
    void seal(BufferedImage image, String name) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.75f));
        graphics.setColor(SEAL);
        int size = pixels(119);
        graphics.translate(pixels(380), pixels(560));
        graphics.setStroke(new BasicStroke(pixels(3.4f)));
        graphics.drawOval(0, 0, size, size);
        graphics.setFont(new Font(family, Font.BOLD, 1).deriveFont(15f * dpi / 72));
        FontMetrics metrics = graphics.getFontMetrics();
        for (int i = 0; i < name.length(); i++) {
            Graphics2D letter = (Graphics2D) graphics.create();
            letter.translate(size / 2, size / 2);
            letter.rotate(Math.toRadians(-120 + 240.0 * i / (name.length() - 1)));
            letter.drawString(name.substring(i, i + 1), -metrics.charWidth(name.charAt(i)) / 2, -size / 2 + pixels(19));
            letter.dispose();
        }
        star(graphics, size);
        graphics.dispose();
    }

    private void star(Graphics2D graphics, int size) {
        int[] xs = new int[10];
        int[] ys = new int[10];
        for (int i = 0; i < xs.length; i++) {
            double radius = i % 2 == 0 ? size * 0.17 : size * 0.065;
            xs[i] = (int) (size / 2.0 + radius * Math.sin(i * Math.PI / 5));
            ys[i] = (int) (size / 2.0 - radius * Math.cos(i * Math.PI / 5));
        }
        graphics.fillPolygon(xs, ys, xs.length);
    }

    /** The page turned about its middle, as a sheet that was fed in askew, with grey paper, blur and noise. */
    BufferedImage scanned(BufferedImage page, double degrees, long seed) {
        BufferedImage askew = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = askew.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        Random random = new Random(seed);
        for (int y = 0; y < askew.getHeight(); y++) {
            for (int x = 0; x < askew.getWidth(); x++) {
                int noise = (int) (random.nextGaussian() * 9) - 14;
                int rgb = askew.getRGB(x, y);
                askew.setRGB(x, y, shifted(rgb, 16, noise) | shifted(rgb, 8, noise) | shifted(rgb, 0, noise));
            }
        }
        return askew;
    }

    private static int shifted(int rgb, int bits, int noise) {
        return Math.clamp((rgb >> bits & 0xff) + noise, 0, 255) << bits;
    }

    static BufferedImage turned(BufferedImage page) {
        BufferedImage turned = new BufferedImage(page.getHeight(), page.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                turned.setRGB(page.getHeight() - 1 - y, x, page.getRGB(x, y));
            }
        }
        return turned;
    }

    private int pixels(float points) {
        return Math.round(points * dpi / 72);
    }
}
