package bangban.knowledge.ocr;

import ai.onnxruntime.OrtEnvironment;
import java.util.ArrayList;
import java.util.List;

/**
 * PP-OCRv4 (Du et al., PP-OCR, 2020, and its later versions) as RapidOCR runs it: find the lines, set each on its feet, read it. It runs
 * on the ONNX Runtime that the encoder uses, for RapidOCR's own library prints to standard output, picks its number of threads, and ends
 * the process on a picture that it cannot cut.
 */
final class PaddleRecogniser implements TextRecogniser {

    private static final float LEAST_CONFIDENCE = 0.5f;

    private final TextDetector detector;
    private final LineDirection direction;
    private final LineReader reader;

    /** @throws UnsatisfiedLinkError or another LinkageError where ONNX Runtime has no library for this machine */
    PaddleRecogniser() throws OcrException {
        OrtEnvironment.getEnvironment();
        detector = new TextDetector();
        direction = new LineDirection();
        reader = new LineReader();
    }

    /** One picture at a time: each takes some hundred megabytes. */
    @Override
    public synchronized List<TextLine> recognise(GreyImage image) throws OcrException {
        List<TextLine> lines = new ArrayList<>();
        for (TextBox box : detector.detect(image)) {
            LineImage line = LineImage.cut(image, box);
            boolean upsideDown = direction.isUpsideDown(line);
            List<LineReader.Glyph> glyphs = reader.read(upsideDown ? line.upsideDown() : line);
            new GlyphRow(glyphs, box, upsideDown)
                    .lines().stream()
                            .filter(read -> read.confidence() >= LEAST_CONFIDENCE)
                            .forEach(lines::add);
        }
        return lines;
    }
}
