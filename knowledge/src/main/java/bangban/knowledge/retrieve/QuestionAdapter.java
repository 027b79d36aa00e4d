package bangban.knowledge.retrieve;

import bangban.language.encode.TextEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Moves a question's vector towards the rules that answer such questions: q' = (q + s + Aᵀq) / |q + s + Aᵀq|. An encoder made for
 * alike texts puts a question near other questions; people ask in everyday words, and rules are written in theirs. Passages keep their
 * vectors, so that a new adapter needs no new index.
 *
 * @param model name of the encoder whose vectors it was learned on
 * @param shift s
 * @param matrix A, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // computed with, never compared
public record QuestionAdapter(String model, float[] shift, float[][] matrix) {

    /** Leaves every vector as it is. */
    public static final QuestionAdapter NONE = new QuestionAdapter("", new float[0], new float[0][]);

    private static final String RESOURCE = "question-adapter.f16";

    public QuestionAdapter {
        if (matrix.length != shift.length || Arrays.stream(matrix).anyMatch(row -> row.length != shift.length)) {
            throw new IllegalArgumentException("not a square matrix of " + shift.length + " dimensions");
        }
    }

    /**
     * What {@code bangban bench retrieval-adapt} learned, for the encoder it was learned on; {@link #NONE} for any other.
     */
    public static QuestionAdapter standard(TextEncoder encoder) {
        try (InputStream resource = QuestionAdapter.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            QuestionAdapter learned = read(resource.readAllBytes());
            return learned.model().equals(model(encoder)) ? learned : NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The encoder's version without that of its runtime, which moves vectors by less than an adapter would notice. */
    public static String model(TextEncoder encoder) {
        return encoder.version().split("/", 2)[0];
    }

    /**
     * The question's vector as passages are to be compared with.
     *
     * @param vector of unit length
     * @return of unit length
     */
    public float[] adapt(float[] vector) {
        if (shift.length == 0) {
            return vector;
        }
        float[] moved = move(vector);
        double square = 0;
        for (float x : moved) {
            square += x * x;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < moved.length; i++) {
            moved[i] /= length;
        }
        return moved;
    }

    /** {@link #adapt} before it is brought to unit length; for learning. */
    public float[] move(float[] vector) {
        float[] moved = new float[vector.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = vector[i] + shift[i];
        }
        for (int row = 0; row < vector.length; row++) {
            for (int i = 0; i < moved.length; i++) {
                moved[i] += vector[row] * matrix[row][i];
            }
        }
        return moved;
    }

    /** The model's name, a line feed, then shift and matrix as little-endian half floats (IEEE 754 binary16). */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((model + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(halves(shift));
        for (float[] row : matrix) {
            bytes.writeBytes(halves(row));
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException where these are not the bytes of an adapter */
    public static QuestionAdapter read(byte[] bytes) {
        int line = 0;
        while (line < bytes.length && bytes[line] != '\n') {
            line++;
        }
        ByteBuffer halves = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        halves.position(Math.min(line + 1, bytes.length));
        int numbers = halves.remaining() / Short.BYTES;
        int dimensions = (int) Math.round((Math.sqrt(1 + 4.0 * numbers) - 1) / 2);
        if (dimensions * (dimensions + 1) != numbers || halves.remaining() % Short.BYTES != 0) {
            throw new IllegalArgumentException(numbers + " numbers are no shift and square matrix");
        }
        float[] shift = floats(halves, dimensions);
        float[][] matrix = new float[dimensions][];
        for (int row = 0; row < dimensions; row++) {
            matrix[row] = floats(halves, dimensions);
        }
        return new QuestionAdapter(new String(bytes, 0, line, StandardCharsets.UTF_8), shift, matrix);
    }

    private static byte[] halves(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.array();
    }

    private static float[] floats(ByteBuffer halves, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Float.float16ToFloat(halves.getShort());
        }
        return values;
    }
}
