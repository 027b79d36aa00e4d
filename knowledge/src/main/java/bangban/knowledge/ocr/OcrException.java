package bangban.knowledge.ocr;

/** Text recognition that did not work: not for want of text in the picture, but of the recogniser. */
public final class OcrException extends Exception {

    private static final long serialVersionUID = 1L;

    OcrException(String message, Throwable cause) {
        super(message, cause);
    }

    OcrException(String message) {
        super(message);
    }
}
