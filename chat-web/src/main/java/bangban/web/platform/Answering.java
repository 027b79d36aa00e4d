package bangban.web.platform;

import bangban.runtime.turn.TurnEngine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The turn engine, which takes seconds to make: its router has to learn first. It is made beside the start of a server, and not at all
 * for a command that asks nothing.
 */
public final class Answering implements AutoCloseable {

    private final Supplier<TurnEngine> made;
    private final CompletableFuture<TurnEngine> engine = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    Answering(Supplier<TurnEngine> made) {
        this.made = made;
    }

    /** Makes the engine in the background, once. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            engine.completeAsync(
                    made,
                    work -> Thread.ofPlatform().daemon().name("router-learning").start(work));
        }
    }

    /** Waits until the engine is there. */
    public TurnEngine turns() {
        begin();
        try {
            return engine.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the router did not learn", e.getCause());
        }
    }

    public boolean isReady() {
        return engine.isDone();
    }

    /** Waits for a router that is still learning: the encoder that it learns with must outlive it. */
    @Override
    public void close() {
        if (begun.get()) {
            engine.thenAccept(TurnEngine::close).exceptionally(failure -> null).join();
        }
    }
}
