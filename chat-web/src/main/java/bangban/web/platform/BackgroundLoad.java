package bangban.web.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A model that loads while everything else starts; whoever needs it first waits for it. */
final class BackgroundLoad<T> {

    private final String name;
    private final CompletableFuture<T> loading = new CompletableFuture<>();

    /** @param name of what is loaded, for its thread and for errors */
    BackgroundLoad(String name, Supplier<T> load) {
        this.name = name;
        loading.completeAsync(
                load, work -> Thread.ofPlatform().daemon().name(name + "-load").start(work));
    }

    T get() {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the " + name + " does not load", e.getCause());
        }
    }

    boolean isLoaded() {
        return loading.isDone() && !loading.isCompletedExceptionally();
    }
}
