package bangban.knowledge.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;

/** One of the networks in the models' jar on ONNX Runtime: an image in, numbers out, on the calling thread. */
final class Network {

    private static final String FOLDER = "/models/";

    private final OrtSession session;
    private final String input;

    /** What came out, its axes and its values row by row. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Output(long[] shape, FloatBuffer values) {}

    Network(String name) throws OcrException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model = open(name)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // Lines differ in length, and a plan would be kept for each length seen.
            options.setMemoryPatternOptimization(false);
            session = OrtEnvironment.getEnvironment().createSession(model.readAllBytes(), options);
            input = session.getInputNames().iterator().next();
        } catch (OrtException | IOException e) {
            throw new OcrException("the network " + name + " does not load", e);
        }
    }

    static InputStream open(String name) throws IOException {
        InputStream stream = Network.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new FileNotFoundException("no " + FOLDER + name + " on the class path");
        }
        return stream;
    }

    /** @param image three planes of {@code height} rows of {@code width} values */
    Output run(FloatBuffer image, int height, int width) throws OcrException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), image, new long[] {1, 3, height, width});
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            return new Output(output.getInfo().getShape(), output.getFloatBuffer());
        } catch (OrtException e) {
            throw new OcrException("recognition failed on " + width + " × " + height + " pixels", e);
        }
    }
}
