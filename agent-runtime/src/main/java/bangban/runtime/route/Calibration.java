package bangban.runtime.route;

import java.util.Arrays;

/**
 * Scores to probabilities by matrix scaling, softmax(Wᵀ·x + b), with W held near a plain temperature (Guo et al., On
 * Calibration of Modern Neural Networks, ICML 2017, 4.2; the regularization after Kull et al., Beyond temperature scaling,
 * NeurIPS 2019, 4). x is a text's scores and, last, how little it resembles any in-scope example, so that what is like
 * nothing known can go out of scope.
 *
 * <p>Fitted to held-out scores by minimal log loss, a convex problem, with Nesterov's accelerated gradient.
 *
 * @param weights inputs × labels
 * @param bias one number a label
 */
record Calibration(double[][] weights, double[] bias) {

    private static final int BINS = 15;
    private static final int STEPS = 300;
    /** Below 2 / L, where L ≤ λmax(XᵀX / n) / 2 and rows of X have a squared length of about 2 with the bias. */
    private static final double STEP = 1.0;

    /**
     * Divided by n²: leave-one-out scores of few examples are biased against the left-out label, so small sets stay near
     * the plain temperature. Chosen, like the next, by cross-validated log loss of calibrated scores on training data.
     */
    private static final double PENALTY = 150;

    private static final double LARGEST_PENALTY = 0.5;
    private static final double INVERSE_TEMPERATURE = 12;

    /**
     * @param inputs a row an example
     * @param truth the right column of each row
     */
    record HeldOut(double[][] inputs, int[] truth) {}

    double[] probabilities(double[] inputs) {
        double[] result = bias.clone();
        Rows.addMultiples(result, 0, result.length, weights, inputs, inputs.length);
        softmax(result);
        return result;
    }

    private static void softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            logits[k] = Math.exp(logits[k] - largest);
            sum += logits[k];
        }
        for (int k = 0; k < logits.length; k++) {
            logits[k] /= sum;
        }
    }

    static Calibration fit(HeldOut data, int labels) {
        double[][] start = new double[data.inputs()[0].length + 1][labels];
        for (int k = 0; k < labels; k++) {
            start[k][k] = INVERSE_TEMPERATURE;
        }
        double n = data.truth().length;
        double penalty = Math.min(LARGEST_PENALTY, PENALTY / (n * n));
        double[][] now = copy(start);
        double[][] ahead = copy(start);
        for (int step = 1; step <= STEPS; step++) {
            double[][] gradient = of(ahead).gradient(data);
            double momentum = (step - 1.0) / (step + 2.0);
            for (int d = 0; d < now.length; d++) {
                for (int k = 0; k < labels; k++) {
                    double next = ahead[d][k] - STEP * (gradient[d][k] + penalty * (ahead[d][k] - start[d][k]));
                    ahead[d][k] = next + momentum * (next - now[d][k]);
                    now[d][k] = next;
                }
            }
        }
        return of(now);
    }

    /** The last row is the bias. */
    private static Calibration of(double[][] parameters) {
        return new Calibration(
                Arrays.copyOf(parameters, parameters.length - 1), parameters[parameters.length - 1].clone());
    }

    private double[][] gradient(HeldOut data) {
        double[][] gradient = new double[weights.length + 1][bias.length];
        for (int i = 0; i < data.truth().length; i++) {
            double[] error = probabilities(data.inputs()[i]);
            error[data.truth()[i]] -= 1;
            for (int d = 0; d < gradient.length; d++) {
                double input = d < weights.length ? data.inputs()[i][d] : 1;
                double factor = input / data.truth().length;
                double[] row = gradient[d];
                for (int k = 0; k < row.length; k++) {
                    row[k] += factor * error[k];
                }
            }
        }
        return gradient;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** Share of held-out rows whose most probable label is right. */
    double accuracy(HeldOut data) {
        int right = 0;
        for (int i = 0; i < data.truth().length; i++) {
            right += KernelModel.largest(probabilities(data.inputs()[i])) == data.truth()[i] ? 1 : 0;
        }
        return (double) right / data.truth().length;
    }

    double expectedCalibrationError(HeldOut data) {
        double[] confidences = new double[data.truth().length];
        boolean[] right = new boolean[confidences.length];
        for (int i = 0; i < confidences.length; i++) {
            double[] p = probabilities(data.inputs()[i]);
            int best = KernelModel.largest(p);
            confidences[i] = p[best];
            right[i] = best == data.truth()[i];
        }
        return CalibrationError.expected(confidences, right, BINS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Calibration that
                && Arrays.deepEquals(weights, that.weights)
                && Arrays.equals(bias, that.bias);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bias);
    }

    @Override
    public String toString() {
        return "Calibration[labels=" + bias.length + "]";
    }
}
