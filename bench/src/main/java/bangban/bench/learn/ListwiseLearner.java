package bangban.bench.learn;

import java.util.List;

/**
 * Weights of a linear ranking model by gradient ascent on the likelihood of the first place in each list, with L2 regularization. No
 * randomness: the same lists give the same weights.
 *
 * @param penalty weight of the squared norm, on features of unit deviation
 */
public record ListwiseLearner(Target target, double penalty, int steps, double rate) {

    /** What the first place is wanted for. */
    public enum Target {
        /** Every relevant row alike (ListNet's top-one form; Cao et al., ICML 2007). */
        ALL,
        /** Any one of the relevant rows: the likelihood is summed over them, as for a choice among equivalents (McFadden 1974). */
        ANY
    }

    /** One query's candidates: a row of features each, and which are relevant. */
    @SuppressWarnings("ArrayRecordComponent") // computed with, never compared
    public record Example(double[][] features, boolean[] relevant) {

        int relevantCount() {
            int count = 0;
            for (boolean one : relevant) {
                count += one ? 1 : 0;
            }
            return count;
        }
    }

    public double[] learn(List<Example> examples, int features) {
        List<Example> useful =
                examples.stream().filter(example -> example.relevantCount() > 0).toList();
        double[] weights = new double[features];
        double[] momentum = new double[features];
        for (int step = 0; step < steps; step++) {
            double[] gradient = new double[features];
            useful.forEach(example -> addGradient(example, weights, gradient));
            for (int f = 0; f < features; f++) {
                double slope = gradient[f] / useful.size() - penalty * weights[f];
                momentum[f] = 0.9 * momentum[f] + rate * slope;
                weights[f] += momentum[f];
            }
        }
        return weights;
    }

    private void addGradient(Example example, double[] weights, double[] gradient) {
        double[] probability = softmax(example.features(), weights);
        double[] wanted = wanted(example, probability);
        for (int i = 0; i < probability.length; i++) {
            double error = wanted[i] - probability[i];
            for (int f = 0; f < weights.length; f++) {
                gradient[f] += error * example.features()[i][f];
            }
        }
    }

    private double[] wanted(Example example, double[] probability) {
        double[] wanted = new double[probability.length];
        double all = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (example.relevant()[i]) {
                wanted[i] = switch (target) {
                    case ALL -> 1;
                    case ANY -> Math.max(probability[i], 1e-12);
                };
                all += wanted[i];
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] /= all;
        }
        return wanted;
    }

    public static double score(double[] features, double[] weights) {
        double sum = 0;
        for (int f = 0; f < weights.length; f++) {
            sum += weights[f] * features[f];
        }
        return sum;
    }

    private static double[] softmax(double[][] rows, double[] weights) {
        double[] scores = new double[rows.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            scores[i] = score(rows[i], weights);
            highest = Math.max(highest, scores[i]);
        }
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            scores[i] = Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < rows.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }
}
