package bangban.runtime.route;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A = L·Lᵀ of a symmetric positive definite matrix, by panels, and what a kernel method needs of it: solutions and the
 * diagonal of A⁻¹ (Golub and Van Loan, Matrix Computations, 4.2.6). Inner loops run along rows so that the JIT turns
 * them into vector code.
 */
final class Cholesky {

    private static final int PANEL = 32;
    private static final int STRIP = 64;

    private final double[][] lower;

    /**
     * @param matrix symmetric; only its lower triangle is read, and it is overwritten
     * @throws ArithmeticException if the matrix is not positive definite
     */
    Cholesky(double[][] matrix) {
        lower = matrix;
        for (int start = 0; start < matrix.length; start += PANEL) {
            int end = Math.min(start + PANEL, matrix.length);
            factorPanel(start, end);
            updateBehind(start, end);
        }
    }

    private void factorPanel(int start, int end) {
        for (int i = start; i < lower.length; i++) {
            for (int j = start; j < Math.min(i + 1, end); j++) {
                double sum = lower[i][j];
                for (int k = start; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && sum <= 0) {
                    throw new ArithmeticException("not positive definite at row " + i);
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
    }

    private void updateBehind(int start, int end) {
        double[][] panel = new double[end - start][lower.length];
        for (int i = end; i < lower.length; i++) {
            for (int k = start; k < end; k++) {
                panel[k - start][i] = lower[i][k];
            }
        }
        IntStream.range(end, lower.length).parallel().forEach(i -> {
            double[] row = lower[i];
            double[] factors = negated(Arrays.copyOfRange(row, start, end));
            Rows.addMultiples(row, end, i + 1, panel, factors, end - start);
        });
    }

    /** @return X with A·X = right, one row an unknown */
    double[][] solve(double[][] right) {
        int columns = right[0].length;
        double[][] x = new double[lower.length][];
        for (int i = 0; i < lower.length; i++) {
            x[i] = right[i].clone();
            Rows.addMultiples(x[i], 0, columns, x, negated(Arrays.copyOf(lower[i], i)), i);
            divide(x[i], lower[i][i]);
        }
        for (int i = lower.length - 1; i >= 0; i--) {
            divide(x[i], lower[i][i]);
            for (int k = 0; k < i; k++) {
                for (int j = 0; j < columns; j++) {
                    x[k][j] -= lower[i][k] * x[i][j];
                }
            }
        }
        return x;
    }

    private static double[] negated(double[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = -row[j];
        }
        return row;
    }

    private static void divide(double[] row, double by) {
        for (int j = 0; j < row.length; j++) {
            row[j] /= by;
        }
    }

    /** The diagonal of A⁻¹ = L⁻ᵀ·L⁻¹: the squared lengths of the columns of L⁻¹. */
    double[] inverseDiagonal() {
        double[] diagonal = new double[lower.length];
        IntStream.range(0, (lower.length + STRIP - 1) / STRIP).parallel().forEach(strip -> {
            int first = strip * STRIP;
            int width = Math.min(STRIP, lower.length - first);
            double[][] rows = new double[lower.length - first][width];
            for (int k = 0; k < rows.length; k++) {
                if (k < width) {
                    rows[k][k] = 1;
                }
                double[] factors = negated(Arrays.copyOfRange(lower[first + k], first, first + k));
                Rows.addMultiples(rows[k], 0, width, rows, factors, k);
                divide(rows[k], lower[first + k][first + k]);
                for (int j = 0; j < width; j++) {
                    diagonal[first + j] += rows[k][j] * rows[k][j];
                }
            }
        });
        return diagonal;
    }
}
