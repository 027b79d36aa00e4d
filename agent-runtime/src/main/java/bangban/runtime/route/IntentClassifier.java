package bangban.runtime.route;

import bangban.language.encode.TextEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which label a message belongs to, with calibrated probabilities, learned from examples. Immutable and safe for use by
 * many threads; to learn more, train another. The same examples give the same classifier.
 */
public final class IntentClassifier {

    /** The label of examples, and of messages, that belong to nobody. */
    public static final String OUT_OF_SCOPE = "oos";

    private final TextEncoder encoder;
    private final List<String> labels;
    private final int[] truth;
    private final int outOfScope;
    private final ExampleKernel kernel;
    private final KernelModel model;

    private IntentClassifier(List<Example> examples, TextEncoder encoder, TrainingCache cache) {
        this.encoder = encoder;
        labels = examples.stream().map(Example::label).distinct().sorted().toList();
        truth = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        outOfScope = labels.indexOf(OUT_OF_SCOPE);
        List<String> texts = examples.stream().map(Example::text).toList();
        kernel = new ExampleKernel(texts, cache.embed(texts, encoder));
        model = cache.model(examples, encoder, () -> KernelModel.fit(kernel, truth, labels.size(), outOfScope));
    }

    /**
     * Learns from examples: 1.4 to 2.4 s for 1,200 and 2 to 4 s for 2,300 in a cold JVM on two cores, 2 ms of encoding for each
     * text that the cache does not hold. Needs n² · 8 bytes while it runs.
     *
     * @param examples of two labels at least; {@link #OUT_OF_SCOPE} is a label like others
     * @throws IllegalArgumentException if there are fewer than two labels
     */
    public static IntentClassifier train(List<Example> examples, TextEncoder encoder, TrainingCache cache) {
        if (examples.stream().map(Example::label).distinct().count() < 2) {
            throw new IllegalArgumentException("a classifier needs examples of two labels at least");
        }
        return new IntentClassifier(List.copyOf(examples), encoder, cache);
    }

    public static IntentClassifier train(List<Example> examples, TextEncoder encoder) {
        return train(examples, encoder, TrainingCache.none());
    }

    public Classification classify(String text) {
        return classify(text, encoder.encode(text));
    }

    /** Several texts, encoded in parallel. */
    List<Classification> classifyAll(List<String> texts) {
        List<float[]> embeddings = encoder.encodeAll(texts);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> classify(texts.get(i), embeddings.get(i)))
                .toList();
    }

    private Classification classify(String text, float[] embedding) {
        double[] cosines = kernel.cosines(embedding);
        double openness = 1 - KernelModel.nearest(cosines, truth, outOfScope, -1);
        double[] probabilities = model.probabilities(kernel.values(text, cosines), openness);
        double familiarity = cosines[KernelModel.largest(cosines)];
        List<Scored> ranking = IntStream.range(0, labels.size())
                .mapToObj(k -> new Scored(labels.get(k), probabilities[k]))
                .sorted(Comparator.comparingDouble(Scored::probability).reversed())
                .toList();
        return new Classification(ranking, familiarity);
    }

    public List<String> labels() {
        return labels;
    }

    /** The share of training examples that a classifier trained on all others gets right (leave-one-out). */
    public double heldOutAccuracy() {
        return model.heldOutAccuracy();
    }

    /** The expected calibration error of the same held-out predictions, 15 bins, 0 to 1. */
    public double heldOutCalibrationError() {
        return model.heldOutEce();
    }

    @Override
    public String toString() {
        return "IntentClassifier[labels=" + labels + ", " + model + "]";
    }
}
