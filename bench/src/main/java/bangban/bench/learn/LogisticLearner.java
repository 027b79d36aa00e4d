package bangban.bench.learn;

import java.util.List;

/**
 * Logistic regression by gradient ascent with L2 regularization; the intercept is not penalized.
 *
 * @param penalty weight of the squared norm, on features of unit deviation
 */
public record LogisticLearner(double penalty, int steps, double rate) {

    /** A row of features and whether it is positive. */
    @SuppressWarnings("ArrayRecordComponent") // computed with, never compared
    public record Example(double[] features, boolean positive) {}

    /** Intercept first, then a weight for each feature. */
    public double[] learn(List<Example> examples, int features) {
        double[] weights = new double[features + 1];
        double[] momentum = new double[features + 1];
        for (int step = 0; step < steps; step++) {
            double[] gradient = new double[features + 1];
            for (Example example : examples) {
                double error = (example.positive() ? 1 : 0) - probability(example.features(), weights);
                gradient[0] += error;
                for (int f = 0; f < features; f++) {
                    gradient[f + 1] += error * example.features()[f];
                }
            }
            for (int f = 0; f <= features; f++) {
                double slope = gradient[f] / examples.size() - (f == 0 ? 0 : penalty * weights[f]);
                momentum[f] = 0.9 * momentum[f] + rate * slope;
                weights[f] += momentum[f];
            }
        }
        return weights;
    }

    /**
     * The probability that a row is positive.
     *
     * @param weights intercept first
     */
    public static double probability(double[] features, double[] weights) {
        double sum = weights[0];
        for (int f = 0; f < features.length; f++) {
            sum += weights[f + 1] * features[f];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
