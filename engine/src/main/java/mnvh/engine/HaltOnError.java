package mnvh.engine;

import com.lmax.disruptor.ExceptionHandler;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The handler of last resort: the first exception on a ring's thread stops both rings' work and is handed on once.
 *
 * <p>The ring keeps turning so that no producer waits for ever, but nothing more is decided, journaled or sent.
 */
final class HaltOnError implements ExceptionHandler<Object> {
    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
    private final Consumer<Throwable> onFailure;

    HaltOnError(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
    }

    @Override
    public void handleEventException(Throwable failure, long sequence, Object event) {
        fail(failure);
    }

    @Override
    public void handleOnStartException(Throwable failure) {
        fail(failure);
    }

    @Override
    public void handleOnShutdownException(Throwable failure) {
        fail(failure);
    }

    /** @return true once anything has failed */
    boolean failed() {
        return first.get() != null;
    }

    private void fail(Throwable failure) {
        if (first.compareAndSet(null, failure)) {
            onFailure.accept(failure);
        }
    }
}
