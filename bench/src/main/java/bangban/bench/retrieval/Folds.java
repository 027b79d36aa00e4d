package bangban.bench.retrieval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Rows dealt into folds at random, alike at every run. */
record Folds(List<List<Integer>> all) {

    Folds {
        all = all.stream().map(List::copyOf).toList();
    }

    static Folds of(int rows, int folds) {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(shuffled, new Random(folds));
        return new Folds(IntStream.range(0, folds)
                .mapToObj(fold -> IntStream.range(0, rows)
                        .filter(i -> i % folds == fold)
                        .mapToObj(shuffled::get)
                        .toList())
                .toList());
    }

    List<Integer> held(int fold) {
        return all.get(fold);
    }
}
