package org.segue.ranking.map;

import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made of a key when it is first asked for, and kept until it is asked for with another key. Does not keep the
 * key alive. Safe for any thread: who asks while it is being made waits. If making it fails, the next who asks tries again.
 *
 * @param <K> what it is made of, compared by identity
 * @param <T> the value
 */
final class Lazy<K, T> {

    private final Function<K, T> maker;
    private WeakReference<@Nullable K> key = new WeakReference<>(null);
    private @Nullable T value;

    Lazy(Function<K, T> maker) {
        this.maker = maker;
    }

    synchronized T get(K current) {
        T made = value;
        if (made == null || key.get() != current) {
            made = maker.apply(current);
            value = made;
            key = new WeakReference<>(current);
        }
        return made;
    }
}
