package bangban.web.platform;

import bangban.runtime.turn.TurnEngine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The turn engine, which is made ready beside the start: its router has to learn first. */
public final class Answering implements AutoCloseable {

    private final CompletableFuture<TurnEngine> engine = new CompletableFuture<>();

    Answering(Supplier<TurnEngine> made) {
        engine.completeAsync(
                made,
                work -> Thread.ofPlatform().daemon().name("router-learning").start(work));
    }

    /** Waits until the engine is there. */
    public TurnEngine turns() {
        try {
            return engine.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the router did not learn", e.getCause());
        }
    }

    public boolean isReady() {
        return engine.isDone();
    }

    @Override
    public void close() {
        if (engine.isDone() && !engine.isCompletedExceptionally()) {
            engine.join().close();
        }
    }
}
