package bangban.runtime.route;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Kernel ridge regression onto the labels, one weight an example and label: A = (K + λI)⁻¹·Y. Its leave-one-out scores
 * come free in closed form, Yᵢ − Aᵢ / (K + λI)⁻¹ᵢᵢ (Rifkin and Lippert, Notes on Regularized Least Squares, MIT 2007), so
 * calibration needs no folds.
 *
 * @param weights n × labels
 * @param heldOutAccuracy of the leave-one-out scores on the training examples, after calibration
 * @param heldOutEce their expected calibration error, 15 bins; optimistic, since the calibration was fitted on them
 */
record KernelModel(double[][] weights, Calibration calibration, double heldOutAccuracy, double heldOutEce) {

    static final double LAMBDA = 0.1;

    /**
     * @param truth the column of each example's label
     * @param outOfScope the out-of-scope column, -1 if there is none
     */
    static KernelModel fit(ExampleKernel kernel, int[] truth, int labels, int outOfScope) {
        int n = truth.length;
        double[][] matrix = new double[n][];
        double[] openness = new double[n];
        IntStream.range(0, n).parallel().forEach(i -> {
            double[] cosines = kernel.cosines(i);
            matrix[i] = kernel.values(i, cosines);
            matrix[i][i] += LAMBDA;
            openness[i] = 1 - nearest(cosines, truth, outOfScope, i);
        });
        double[][] targets = new double[n][labels];
        for (int i = 0; i < n; i++) {
            targets[i][truth[i]] = 1;
        }
        Cholesky factor = new Cholesky(matrix);
        double[][] weights = factor.solve(targets);
        double[] diagonal = factor.inverseDiagonal();
        double[][] inputs = new double[n][labels + 1];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < labels; k++) {
                inputs[i][k] = targets[i][k] - weights[i][k] / diagonal[i];
            }
            inputs[i][labels] = openness[i];
        }
        Calibration.HeldOut heldOut = new Calibration.HeldOut(inputs, truth);
        Calibration calibration = Calibration.fit(heldOut, labels);
        return new KernelModel(
                weights, calibration, calibration.accuracy(heldOut), calibration.expectedCalibrationError(heldOut));
    }

    /**
     * @param kernelValues of a text and each example
     * @param openness 1 − cosine to the nearest in-scope example
     */
    double[] probabilities(double[] kernelValues, double openness) {
        int labels = weights[0].length;
        double[] inputs = new double[labels + 1];
        Rows.addMultiples(inputs, 0, labels, weights, kernelValues, kernelValues.length);
        inputs[labels] = openness;
        return calibration.probabilities(inputs);
    }

    /** The highest cosine to an in-scope example other than {@code except}; 0 if there is none. */
    static double nearest(double[] cosines, int[] truth, int outOfScope, int except) {
        return IntStream.range(0, cosines.length)
                .filter(j -> j != except && truth[j] != outOfScope)
                .mapToDouble(j -> cosines[j])
                .max()
                .orElse(0);
    }

    static int largest(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }

    @Override
    public String toString() {
        return "KernelModel[examples=" + weights.length + ", " + calibration + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KernelModel that
                && Arrays.deepEquals(weights, that.weights)
                && calibration.equals(that.calibration);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(weights);
    }
}
