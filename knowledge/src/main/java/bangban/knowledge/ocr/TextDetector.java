package bangban.knowledge.ocr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Where text stands in a picture, by PP-OCRv4's detector (differentiable binarization: Liao et al., AAAI 2020). */
final class TextDetector {

    /** The longer side that a page is brought down to; text of 7 points on A4 is then 13 pixels high. */
    private static final int LONGEST_SIDE = 1536;

    private static final int STRIDE = 32;
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final Network network;

    TextDetector() throws OcrException {
        network = new Network("ch_PP-OCRv4_det_infer.onnx");
    }

    List<TextBox> detect(GreyImage image) throws OcrException {
        float scale = Math.min(1, (float) LONGEST_SIDE / Math.max(image.width(), image.height()));
        int width = multiple(image.width() * scale);
        int height = multiple(image.height() * scale);
        Network.Output output = network.run(normalised(image.scaled(width, height)), height, width);
        return new TextRegions(output.values(), width, height)
                .boxes((float) image.width() / width, (float) image.height() / height);
    }

    private static int multiple(float side) {
        return Math.max(1, Math.round(side / STRIDE)) * STRIDE;
    }

    private static FloatBuffer normalised(GreyImage image) {
        byte[] pixels = image.pixels();
        FloatBuffer planes = ByteBuffer.allocateDirect(pixels.length * 3 * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int plane = 0; plane < 3; plane++) {
            for (byte pixel : pixels) {
                planes.put(((pixel & 0xff) / 255f - MEAN[plane]) / DEVIATION[plane]);
            }
        }
        return planes.flip();
    }
}
