package bangban.runtime.route;

/** A label with its calibrated probability, 0 to 1. */
public record Scored(String label, double probability) {}
