package bangban.runtime.route;

/** Sums of rows of numbers, shaped so that the JIT turns the inner loop into vector code. */
final class Rows {

    private Rows() {}

    /** row[from, to) += Σ factors[k] · others[k][from, to) over the first {@code count}, four rows a pass. */
    static void addMultiples(double[] row, int from, int to, double[][] others, double[] factors, int count) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            double f0 = factors[k];
            double f1 = factors[k + 1];
            double f2 = factors[k + 2];
            double f3 = factors[k + 3];
            double[] r0 = others[k];
            double[] r1 = others[k + 1];
            double[] r2 = others[k + 2];
            double[] r3 = others[k + 3];
            for (int j = from; j < to; j++) {
                row[j] += f0 * r0[j] + f1 * r1[j] + f2 * r2[j] + f3 * r3[j];
            }
        }
        for (; k < count; k++) {
            double factor = factors[k];
            double[] other = others[k];
            for (int j = from; j < to; j++) {
                row[j] += factor * other[j];
            }
        }
    }
}
