package bangban.runtime.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    /** More than two panels and strips, and a multiple of neither. */
    private static final int SIZE = 151;

    @Test
    void solvesAndInverts() {
        double[][] matrix = positiveDefinite();
        double[][] identity = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            identity[i][i] = 1;
        }

        Cholesky factor = new Cholesky(copy(matrix));
        double[][] inverse = factor.solve(identity);
        double[] diagonal = factor.inverseDiagonal();

        for (int i = 0; i < SIZE; i++) {
            assertThat(diagonal[i]).isCloseTo(inverse[i][i], within(1e-9));
            for (int j = 0; j < SIZE; j++) {
                double product = 0;
                for (int k = 0; k < SIZE; k++) {
                    product += matrix[i][k] * inverse[k][j];
                }
                assertThat(product).isCloseTo(identity[i][j], within(1e-9));
            }
        }
    }

    @Test
    void refusesAMatrixThatIsNotPositiveDefinite() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {2, 1}}))
                .withMessageContaining("row 1");
    }

    private static double[][] positiveDefinite() {
        Random random = new Random(7);
        double[][] factor = new double[SIZE][SIZE];
        for (double[] row : factor) {
            for (int j = 0; j < SIZE; j++) {
                row[j] = random.nextGaussian();
            }
        }
        double[][] matrix = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                for (int k = 0; k < SIZE; k++) {
                    matrix[i][j] += factor[i][k] * factor[j][k];
                }
            }
            matrix[i][i] += 1;
        }
        return matrix;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }
}
