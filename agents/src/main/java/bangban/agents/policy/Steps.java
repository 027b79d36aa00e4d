package bangban.agents.policy;

import java.util.List;
import java.util.stream.IntStream;

/** Who asks how something is done wants every step: the row of items that a step stands in, behind the words that lead to it. */
final class Steps {

    private static final int FEWEST = 2;

    private Steps() {}

    /** The lead-in, where there is one, and all items in order; empty where the step stands alone. */
    static List<Candidate> around(Candidate step) {
        List<Candidate> all = Candidates.of(step.document(), step.passage(), step.rank());
        int at = IntStream.range(0, all.size())
                .filter(i -> all.get(i).start() == step.start())
                .findFirst()
                .orElse(-1);
        int item = at >= 0 && leadsToItem(all, at) ? at + 1 : at;
        if (item < 0 || !Candidates.isItem(all.get(item))) {
            return List.of();
        }
        int first = item;
        while (first > 0 && Candidates.isItem(all.get(first - 1))) {
            first--;
        }
        int last = item;
        while (last + 1 < all.size() && Candidates.isItem(all.get(last + 1))) {
            last++;
        }
        if (last - first + 1 < FEWEST) {
            return List.of();
        }
        return List.copyOf(all.subList(first > 0 && leadsToItem(all, first - 1) ? first - 1 : first, last + 1));
    }

    private static boolean leadsToItem(List<Candidate> all, int at) {
        return Candidates.announces(all.get(at).text()) && at + 1 < all.size() && Candidates.isItem(all.get(at + 1));
    }
}
