package bangban.knowledge.ocr;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** An image file as pages: each picture of a TIFF is one, of others the first. Sizes are read and judged before anything is unpacked. */
public final class PagePictures implements AutoCloseable {

    /** Pixels a side that a page is brought down to; A4 at 340 dpi. */
    public static final int LONGEST_SIDE = 4_000;

    private static final long MOST_PIXELS = 200_000_000;
    private static final int MOST_SIDE = 60_000;

    private final ImageReader reader;
    private final ImageInputStream input;

    private PagePictures(ImageReader reader, ImageInputStream input) {
        this.reader = reader;
        this.input = input;
    }

    /** @throws IOException where the bytes are no image that can be read here */
    public static PagePictures open(byte[] bytes) throws IOException {
        ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            input.close();
            throw new IIOException("no reader for this image");
        }
        ImageReader reader = readers.next();
        reader.setInput(input, false, true);
        return new PagePictures(reader, input);
    }

    public int count() throws IOException {
        boolean pages = reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif");
        return pages ? reader.getNumImages(true) : 1;
    }

    /** True where the picture is larger than anything that is printed, so that it is not read. */
    public boolean isAbsurd(int page) throws IOException {
        long width = reader.getWidth(page);
        long height = reader.getHeight(page);
        return width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS;
    }

    /** The picture, every second or third pixel of it where it is larger than {@link #LONGEST_SIDE}. */
    public BufferedImage page(int page) throws IOException {
        int step = Math.ceilDiv(Math.max(reader.getWidth(page), reader.getHeight(page)), LONGEST_SIDE);
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(page, parameters);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
