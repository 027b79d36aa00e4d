package bangban.knowledge.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The characters of one line with their places, by PP-OCRv4's recogniser (SVTR-LCNet), decoded greedily (CTC: Graves et al., ICML 2006). */
final class LineReader {

    private final Network network;
    private final List<String> characters;

    /**
     * A character.
     *
     * @param at its middle, as a share of the line's width
     * @param confidence from 0 to 1
     */
    record Glyph(String text, float at, float confidence) {}

    LineReader() throws OcrException {
        network = new Network("ch_PP-OCRv4_rec_infer.onnx");
        try (InputStream keys = Network.open("ppocr_keys_v1.txt")) {
            characters = new ArrayList<>(new String(keys.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new OcrException("the recogniser's characters do not load", e);
        }
        characters.addFirst("");
        characters.add(" ");
    }

    List<Glyph> read(LineImage line) throws OcrException {
        Network.Output output = network.run(line.whole(), LineImage.HEIGHT, line.width());
        int steps = (int) output.shape()[1];
        int classes = (int) output.shape()[2];
        float[] scores = new float[classes];
        List<Glyph> glyphs = new ArrayList<>();
        int before = 0;
        int began = 0;
        for (int step = 0; step < steps; step++) {
            output.values().get(step * classes, scores);
            int best = best(scores);
            if (best != before) {
                began = step;
            }
            if (best > 0 && best < characters.size()) {
                Glyph glyph = new Glyph(characters.get(best), (began + step + 1) / 2f / steps, scores[best]);
                if (best == before) {
                    glyphs.set(glyphs.size() - 1, stronger(glyph, glyphs.getLast()));
                } else {
                    glyphs.add(glyph);
                }
            }
            before = best;
        }
        return glyphs;
    }

    private static Glyph stronger(Glyph glyph, Glyph before) {
        return new Glyph(glyph.text(), glyph.at(), Math.max(glyph.confidence(), before.confidence()));
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }
}
