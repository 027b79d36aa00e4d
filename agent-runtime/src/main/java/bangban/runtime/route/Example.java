package bangban.runtime.route;

/** An utterance and the label it belongs to: an agent's name, or {@link IntentClassifier#OUT_OF_SCOPE}. */
public record Example(String text, String label) {

    public Example {
        if (label.isBlank()) {
            throw new IllegalArgumentException("an example needs a label: “" + text + "”");
        }
    }
}
