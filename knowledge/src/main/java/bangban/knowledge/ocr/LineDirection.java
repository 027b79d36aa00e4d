package bangban.knowledge.ocr;

import java.nio.FloatBuffer;

/** Whether a line stands on its head, by PP-OCR's direction classifier. */
final class LineDirection {

    private static final int WIDTH = 192;
    private static final float CERTAIN = 0.9f;

    private final Network network;

    LineDirection() throws OcrException {
        network = new Network("ch_ppocr_mobile_v2.0_cls_infer.onnx");
    }

    boolean isUpsideDown(LineImage line) throws OcrException {
        FloatBuffer scores =
                network.run(line.start(WIDTH), LineImage.HEIGHT, WIDTH).values();
        return scores.get(1) > CERTAIN;
    }
}
