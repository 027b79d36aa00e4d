package bangban.bench.learn;

import java.util.List;

/** Brings features to mean 0 and unit deviation for learning, and the learned weights back to the features as they are. */
@SuppressWarnings("ArrayRecordComponent") // computed with, never compared
public record Scale(double[] means, double[] deviations) {

    private static final double FLAT = 1e-6;

    public static Scale of(List<double[]> rows, int features) {
        double[] means = new double[features];
        double[] deviations = new double[features];
        for (int f = 0; f < features; f++) {
            int column = f;
            double mean =
                    rows.stream().mapToDouble(row -> row[column]).average().orElse(0);
            double variance = rows.stream()
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .average()
                    .orElse(1);
            means[f] = mean;
            deviations[f] = Math.max(Math.sqrt(variance), FLAT);
        }
        return new Scale(means, deviations);
    }

    public double[] scaled(double[] row) {
        double[] scaled = new double[row.length];
        for (int f = 0; f < row.length; f++) {
            scaled[f] = (row[f] - means[f]) / deviations[f];
        }
        return scaled;
    }

    public double[][] scaled(double[][] rows) {
        double[][] scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = scaled(rows[i]);
        }
        return scaled;
    }

    /**
     * Weights for features as they are.
     *
     * @param weights learned on scaled features
     */
    public double[] unscaled(double[] weights) {
        double[] unscaled = new double[weights.length];
        for (int f = 0; f < weights.length; f++) {
            unscaled[f] = weights[f] / deviations[f];
        }
        return unscaled;
    }

    /**
     * The same with an intercept, which takes up the means.
     *
     * @param weights learned on scaled features, the intercept first
     */
    public double[] unscaledWithIntercept(double[] weights) {
        double[] unscaled = new double[weights.length];
        unscaled[0] = weights[0];
        for (int f = 1; f < weights.length; f++) {
            unscaled[f] = weights[f] / deviations[f - 1];
            unscaled[0] -= unscaled[f] * means[f - 1];
        }
        return unscaled;
    }
}
