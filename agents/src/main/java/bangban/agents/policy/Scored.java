package bangban.agents.policy;

import java.util.EnumMap;
import java.util.Map;

/** A candidate and what speaks for it; a signal that is not there is 0. */
record Scored(Candidate candidate, Map<Signal, Double> signals) {

    Scored {
        signals = Map.copyOf(signals);
    }

    double of(Signal signal) {
        return signals.getOrDefault(signal, 0.0);
    }

    double score() {
        return AnswerModel.RANKING.score(signals);
    }

    /** Probability that the sentence answers, 0 to 1. */
    double answerability() {
        return AnswerModel.ANSWERABILITY.probability(signals);
    }

    Scored with(Map<Signal, Double> more) {
        Map<Signal, Double> all = new EnumMap<>(signals);
        all.putAll(more);
        return new Scored(candidate, all);
    }

    /** The same for a candidate that stands for this one. */
    Scored about(Candidate standing) {
        return new Scored(standing, signals);
    }
}
