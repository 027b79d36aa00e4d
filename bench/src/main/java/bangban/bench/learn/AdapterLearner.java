package bangban.bench.learn;

import bangban.knowledge.retrieve.QuestionAdapter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * Learns a {@link QuestionAdapter} by the likelihood of the right passages among the others (InfoNCE; van den Oord et al. 2018) on
 * the cosines of a fixed encoder: softmax over cosine / temperature, every right passage alike, squared norms as penalties that keep
 * the adapter near doing nothing. Steps by Adam (Kingma and Ba 2015). The same examples give the same adapter.
 *
 * @param temperature what cosines are divided by
 * @param matrixPenalty weight of the matrix's squared norm, halved
 * @param shiftPenalty weight of the shift's squared norm, halved
 */
public record AdapterLearner(double temperature, double matrixPenalty, double shiftPenalty, int steps) {

    /** Chosen by cross-validation on the sets of docs/evaluation.md. */
    public static final AdapterLearner STANDARD = new AdapterLearner(0.03, 0.1, 0.05, 60);

    private static final double SHIFT_RATE = 0.01;
    private static final double MATRIX_RATE = 0.001;
    /** Wrong passages that each question is told from: its nearest, and with those of all others at least so many. */
    private static final int NEAREST = 20;

    private static final int PASSAGES = 2_500;

    /** A passage this unlikely moves nothing; most are. */
    private static final double NEGLIGIBLE = 1e-6;

    /** @param model name of the encoder that made the vectors */
    public QuestionAdapter learn(String model, List<AdapterExamples> sets) {
        int dimensions = sets.getFirst().passages().getFirst().length;
        List<Prepared> prepared = sets.stream()
                .filter(set -> !set.questions().isEmpty())
                .map(Prepared::of)
                .toList();
        float[] shift = new float[dimensions];
        float[][] matrix = new float[dimensions][dimensions];
        Adam shiftStep = new Adam(SHIFT_RATE, dimensions);
        List<Adam> matrixSteps = IntStream.range(0, dimensions)
                .mapToObj(row -> new Adam(MATRIX_RATE, dimensions))
                .toList();
        for (int step = 0; step < steps; step++) {
            List<Slope> slopes = slopes(prepared, new QuestionAdapter(model, shift, matrix));
            shiftStep.descend(shift, shiftGradient(shift, slopes));
            IntStream.range(0, dimensions)
                    .parallel()
                    .forEach(row -> matrixSteps.get(row).descend(matrix[row], rowGradient(matrix[row], row, slopes)));
        }
        return new QuestionAdapter(model, shift, matrix);
    }

    /** The slope of the loss along a question's moved vector, before it is brought to unit length. */
    private record Slope(float[] question, float[] along) {}

    private List<Slope> slopes(List<Prepared> sets, QuestionAdapter adapter) {
        List<Slope> slopes = new ArrayList<>();
        for (Prepared set : sets) {
            slopes.addAll(IntStream.range(0, set.examples().questions().size())
                    .parallel()
                    .mapToObj(i -> slope(set, i, adapter))
                    .toList());
        }
        return slopes;
    }

    private Slope slope(Prepared set, int number, QuestionAdapter adapter) {
        AdapterExamples examples = set.examples();
        float[] question = examples.questions().get(number);
        float[] moved = adapter.move(question);
        float length = length(moved);
        float[] unit = times(moved, 1 / length);
        double[] errors = probabilities(unit, examples.passages());
        List<Integer> right = examples.relevant().get(number);
        right.forEach(passage -> errors[passage] -= 1.0 / right.size());
        float[] along = new float[unit.length];
        for (int passage = 0; passage < errors.length; passage++) {
            if (Math.abs(errors[passage]) > NEGLIGIBLE) {
                add(along, examples.passages().get(passage), (float) errors[passage]);
            }
        }
        // only what is across the unit vector changes its direction
        add(along, unit, -VectorUtil.dotProduct(along, unit));
        double weight =
                examples.weight() / (temperature * length * examples.questions().size());
        return new Slope(question, times(along, (float) weight));
    }

    private double[] probabilities(float[] unit, List<float[]> passages) {
        double[] shares = new double[passages.size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = VectorUtil.dotProduct(unit, passages.get(i)) / temperature;
            highest = Math.max(highest, shares[i]);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - highest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private float[] shiftGradient(float[] shift, List<Slope> slopes) {
        float[] gradient = times(shift, (float) shiftPenalty);
        slopes.forEach(slope -> add(gradient, slope.along(), 1));
        return gradient;
    }

    private float[] rowGradient(float[] values, int row, List<Slope> slopes) {
        float[] gradient = times(values, (float) matrixPenalty);
        slopes.forEach(slope -> add(gradient, slope.along(), slope.question()[row]));
        return gradient;
    }

    private static float length(float[] vector) {
        return (float) Math.sqrt(VectorUtil.dotProduct(vector, vector));
    }

    private static float[] times(float[] vector, float factor) {
        float[] product = new float[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = vector[i] * factor;
        }
        return product;
    }

    private static void add(float[] sum, float[] vector, float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    /** Examples with as many passages as tell right from wrong; the far ones teach nothing. */
    private record Prepared(AdapterExamples examples) {

        static Prepared of(AdapterExamples all) {
            Collection<Integer> kept = new TreeSet<>();
            all.relevant().forEach(kept::addAll);
            IntStream.range(0, all.questions().size())
                    .parallel()
                    .mapToObj(i -> nearest(all.questions().get(i), all.passages()))
                    .toList()
                    .forEach(kept::addAll);
            Random random = new Random(1);
            int wanted = Math.min(PASSAGES, all.passages().size());
            while (kept.size() < wanted) {
                kept.add(random.nextInt(all.passages().size()));
            }
            List<Integer> rows = List.copyOf(kept);
            int[] place = new int[all.passages().size()];
            for (int i = 0; i < rows.size(); i++) {
                place[rows.get(i)] = i;
            }
            return new Prepared(new AdapterExamples(
                    all.questions(),
                    rows.stream().map(all.passages()::get).toList(),
                    all.relevant().stream()
                            .map(right -> right.stream().map(row -> place[row]).toList())
                            .toList(),
                    all.weight()));
        }

        private static List<Integer> nearest(float[] question, List<float[]> passages) {
            double[] cosines = passages.stream()
                    .mapToDouble(passage -> VectorUtil.dotProduct(question, passage))
                    .toArray();
            return IntStream.range(0, cosines.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -cosines[i]))
                    .limit(NEAREST)
                    .toList();
        }
    }
}
