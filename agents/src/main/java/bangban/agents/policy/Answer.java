package bangban.agents.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the documents say to a question. */
sealed interface Answer {

    /**
     * Something answers.
     *
     * @param best the sentence that answers
     * @param headline the very answer, null where the sentence is the answer
     * @param list the items that complete a lead-in, in order; empty where there are none
     * @param related what other clauses say that may have been meant; empty where the first stands clear of them
     */
    record Given(Scored best, @Nullable Headline headline, List<Candidate> list, List<Scored> related)
            implements Answer {

        public Given {
            list = List.copyOf(list);
            related = List.copyOf(related);
        }
    }

    /** Nothing answers; {@code nearest} are the candidates that came closest. */
    record None(List<Scored> nearest) implements Answer {

        public None {
            nearest = List.copyOf(nearest);
        }
    }
}
