package bangban.knowledge.ocr;

import java.awt.image.BufferedImage;

/** A picture in shades of grey: a byte a pixel, 0 black and 255 white, row by row from the top. */
public final class GreyImage {

    private final int width;
    private final int height;
    private final byte[] pixels;

    GreyImage(int width, int height, byte[] pixels) {
        if (width <= 0 || height <= 0 || pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels for " + width + " × " + height);
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** By luminance (ITU-R BT.601); what is transparent is white. */
    public static GreyImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) luminance(row[x]);
            }
        }
        return new GreyImage(width, height, pixels);
    }

    private static int luminance(int argb) {
        int alpha = argb >>> 24;
        int grey = (299 * (argb >> 16 & 0xff) + 587 * (argb >> 8 & 0xff) + 114 * (argb & 0xff)) / 1000;
        return (grey * alpha + 255 * (255 - alpha)) / 255;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** Between four pixels, in proportion; beyond the edge the edge goes on. */
    float at(float x, float y) {
        float inX = Math.clamp(x, 0, width - 1);
        float inY = Math.clamp(y, 0, height - 1);
        int left = (int) inX;
        int top = (int) inY;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        float fx = inX - left;
        float fy = inY - top;
        return (1 - fy) * ((1 - fx) * at(left, top) + fx * at(right, top))
                + fy * ((1 - fx) * at(left, bottom) + fx * at(right, bottom));
    }

    byte[] pixels() {
        return pixels;
    }

    /** Shrunk by averaging what falls into a pixel, enlarged in proportion. */
    GreyImage scaled(int toWidth, int toHeight) {
        if (toWidth == width && toHeight == height) {
            return this;
        }
        boolean shrinks = toWidth <= width && toHeight <= height;
        byte[] scaled = new byte[toWidth * toHeight];
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                scaled[y * toWidth + x] = (byte) Math.round(
                        shrinks
                                ? mean(x, y, toWidth, toHeight)
                                : at((x + 0.5f) * width / toWidth - 0.5f, (y + 0.5f) * height / toHeight - 0.5f));
            }
        }
        return new GreyImage(toWidth, toHeight, scaled);
    }

    private float mean(int x, int y, int toWidth, int toHeight) {
        int left = (int) ((long) x * width / toWidth);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * width / toWidth));
        int top = (int) ((long) y * height / toHeight);
        int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / toHeight));
        int sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += at(column, row);
            }
        }
        return (float) sum / ((right - left) * (bottom - top));
    }

    /** Turned clockwise by quarters. */
    GreyImage turned(int quarters) {
        GreyImage turned = this;
        for (int i = 0; i < Math.floorMod(quarters, 4); i++) {
            turned = turned.quarter();
        }
        return turned;
    }

    private GreyImage quarter() {
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + height - 1 - y] = pixels[y * width + x];
            }
        }
        return new GreyImage(height, width, turned);
    }

    /** Turned about its centre in the frame it has, white coming in at the corners. */
    GreyImage askew(float angle) {
        byte[] turned = new byte[pixels.length];
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        float middleX = (width - 1) / 2f;
        float middleY = (height - 1) / 2f;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float fromX = middleX + (x - middleX) * cos + (y - middleY) * sin;
                float fromY = middleY - (x - middleX) * sin + (y - middleY) * cos;
                boolean inside = fromX > -1 && fromX < width && fromY > -1 && fromY < height;
                turned[y * width + x] = (byte) (inside ? Math.round(at(fromX, fromY)) : 255);
            }
        }
        return new GreyImage(width, height, turned);
    }

    GreyImage part(int left, int top, int right, int bottom) {
        int partWidth = right - left;
        byte[] part = new byte[partWidth * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(pixels, y * width + left, part, (y - top) * partWidth, partWidth);
        }
        return new GreyImage(partWidth, bottom - top, part);
    }
}
