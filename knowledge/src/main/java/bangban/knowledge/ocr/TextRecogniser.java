package bangban.knowledge.ocr;

import java.util.List;

/** Reads the text in a picture. The same picture gives the same lines. */
public interface TextRecogniser {

    /**
     * The lines in no particular order, as they stand: nothing is turned first.
     *
     * @throws OcrException where the recogniser itself fails; a picture without text is an empty list
     */
    List<TextLine> recognise(GreyImage image) throws OcrException;
}
