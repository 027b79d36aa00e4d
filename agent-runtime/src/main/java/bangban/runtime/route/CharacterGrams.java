package bangban.runtime.route;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs of 1 to 3 characters with tf-idf weights, as sparse vectors of unit length: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1),
 * the smoothed form (Manning et al., Introduction to Information Retrieval, 6.4).
 *
 * <p>Text is read in NFKC, lower case and with all digits alike; its start and end count as characters, since “打开…”
 * and “…怎么办” say most of what is wanted.
 */
final class CharacterGrams {

    private static final int LONGEST = 3;
    /** Routing is decided by the first sentences; a pasted document must not cost time without bound. */
    private static final int MAX_CHARACTERS = 2_000;

    /** Ascending ids with their weights. */
    record Vector(int[] ids, float[] weights) {}

    private final Map<String, Integer> ids = new HashMap<>();
    private final float[] weights;

    CharacterGrams(List<String> texts) {
        List<Integer> frequencies = new ArrayList<>();
        for (String text : texts) {
            for (String gram : count(text).keySet()) {
                int id = ids.computeIfAbsent(gram, unseen -> {
                    frequencies.add(0);
                    return frequencies.size() - 1;
                });
                frequencies.set(id, frequencies.get(id) + 1);
            }
        }
        weights = new float[frequencies.size()];
        for (int id = 0; id < weights.length; id++) {
            weights[id] = (float) (Math.log((1.0 + texts.size()) / (1.0 + frequencies.get(id))) + 1);
        }
    }

    int size() {
        return weights.length;
    }

    /** @return grams that no training text has are left out */
    Vector vector(String text) {
        Map<Integer, Float> found = new TreeMap<>();
        count(text).forEach((gram, times) -> {
            Integer id = ids.get(gram);
            if (id != null) {
                found.put(id, (float) ((1 + Math.log(times)) * weights[id]));
            }
        });
        double square = found.values().stream().mapToDouble(x -> (double) x * x).sum();
        float scale = (float) (1 / Math.sqrt(Math.max(square, 1e-12)));
        int[] keys = found.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] values = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = found.getOrDefault(keys[i], 0f) * scale;
        }
        return new Vector(keys, values);
    }

    private static Map<String, Integer> count(String text) {
        String marked = "\u0002" + normal(text) + "\u0003";
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int length = 1; length <= LONGEST; length++) {
            for (int start = 0; start + length <= marked.length(); start++) {
                if (length > 1 || (start > 0 && start + 1 < marked.length())) {
                    counts.merge(marked.substring(start, start + length), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static String normal(String text) {
        String head = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        return Normalizer.normalize(head, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\d", "0")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
