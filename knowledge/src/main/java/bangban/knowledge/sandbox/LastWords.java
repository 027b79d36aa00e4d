package bangban.knowledge.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Takes what a child writes to its standard error and keeps the end of it, for the log. */
final class LastWords {

    private static final int MOST = 2_000;

    private final StringBuffer words = new StringBuffer();

    private LastWords() {}

    static LastWords of(InputStream errors) {
        LastWords words = new LastWords();
        Thread.ofPlatform().daemon().name("sandbox-errors").start(() -> words.take(errors));
        return words;
    }

    private void take(InputStream errors) {
        byte[] buffer = new byte[MOST];
        try (errors) {
            for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
                words.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                words.delete(0, Math.max(0, words.length() - MOST));
            }
        } catch (IOException e) {
            words.append(e);
        }
    }

    /** Without line ends, which a log must not take from a stranger. */
    @Override
    public String toString() {
        return words.toString().replaceAll("\\p{Cntrl}+", " | ").strip();
    }
}
