package bangban.bench.learn;

/** Steps of gradient descent with a rate of its own for each value (Adam; Kingma and Ba, ICLR 2015). */
final class Adam {

    private static final double FIRST = 0.9;
    private static final double SECOND = 0.99;
    private static final double SMALL = 1e-8;

    private final double rate;
    private final double[] mean;
    private final double[] square;
    private int steps;

    Adam(double rate, int values) {
        this.rate = rate;
        mean = new double[values];
        square = new double[values];
    }

    /** Changes the values in place. */
    void descend(float[] values, float[] gradient) {
        steps++;
        double first = 1 - Math.pow(FIRST, steps);
        double second = 1 - Math.pow(SECOND, steps);
        for (int i = 0; i < values.length; i++) {
            mean[i] = FIRST * mean[i] + (1 - FIRST) * gradient[i];
            square[i] = SECOND * square[i] + (1 - SECOND) * gradient[i] * gradient[i];
            values[i] -= (float) (rate * (mean[i] / first) / (Math.sqrt(square[i] / second) + SMALL));
        }
    }
}
