package bangban.knowledge.attach;

import bangban.knowledge.ingest.Progress.Stage;

/**
 * How far the reading of a file is.
 *
 * @param done of {@code total} pages while it is parsed, of its passages later
 */
public record Step(Stage stage, int done, int total) {}
