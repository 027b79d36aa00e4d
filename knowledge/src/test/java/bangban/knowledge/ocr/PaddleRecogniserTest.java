package bangban.knowledge.ocr;

class PaddleRecogniserTest extends TextRecogniserContract {

    private static final TextRecogniser RECOGNISER = make();

    private static TextRecogniser make() {
        try {
            return new PaddleRecogniser();
        } catch (OcrException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    TextRecogniser recogniser() {
        return RECOGNISER;
    }
}
