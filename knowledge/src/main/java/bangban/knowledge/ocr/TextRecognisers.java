package bangban.knowledge.ocr;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What reads pictures on this machine: the networks, where ONNX Runtime has a library for it, else Tesseract, else nothing. */
public final class TextRecognisers {

    private static final Logger LOG = LoggerFactory.getLogger(TextRecognisers.class);

    private TextRecognisers() {}

    /** Made when first asked for, and then kept, for a process. */
    public static Optional<TextRecogniser> available() {
        return Kept.RECOGNISER;
    }

    private static final class Kept {
        private static final Optional<TextRecogniser> RECOGNISER = make();
    }

    private static Optional<TextRecogniser> make() {
        try {
            return Optional.of(new PaddleRecogniser());
        } catch (OcrException | LinkageError e) {
            LOG.warn("text recognition by network is not possible here: {}", e.toString());
            return TesseractRecogniser.find();
        }
    }
}
