package bangban.runtime.route;

/** How far confidences are from being frequencies. */
public final class CalibrationError {

    private CalibrationError() {}

    /**
     * The expected calibration error: the mean gap between confidence and accuracy over equal bins of confidence, weighted
     * by their size (Guo et al., On Calibration of Modern Neural Networks, ICML 2017, equation 3).
     *
     * @param confidences 0 to 1
     * @return 0 (perfect) to 1; 0 for no rows
     */
    public static double expected(double[] confidences, boolean[] right, int bins) {
        double[] gap = new double[bins];
        for (int i = 0; i < confidences.length; i++) {
            int bin = Math.min(bins - 1, (int) (confidences[i] * bins));
            gap[bin] += confidences[i] - (right[i] ? 1 : 0);
        }
        double sum = 0;
        for (double each : gap) {
            sum += Math.abs(each);
        }
        return confidences.length == 0 ? 0 : sum / confidences.length;
    }
}
