package org.segue.ranking.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {

    @Test
    void get_fromManyThreadsAtOnce_makesOneValueForAll() throws Exception {
        int threads = 8;
        AtomicInteger made = new AtomicInteger();
        Lazy<String, Integer> lazy = new Lazy<>(key -> made.incrementAndGet());
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<Integer> ask = () -> {
            start.await();
            return lazy.get("key");
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> answers = pool.invokeAll(Collections.nCopies(threads, ask));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void get_afterAFailure_triesAgain() {
        AtomicInteger tries = new AtomicInteger();
        Lazy<String, Integer> lazy = new Lazy<>(key -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return tries.get();
        });

        assertThatThrownBy(() -> lazy.get("key")).hasMessage("not yet");
        assertThat(lazy.get("key")).isEqualTo(2);
        assertThat(lazy.get("key")).isEqualTo(2);
    }

    @Test
    void get_withAnotherKey_isMadeAnew() {
        Lazy<Object, Object> lazy = new Lazy<>(key -> new Object());
        Object first = new Object();
        Object value = lazy.get(first);

        assertThat(lazy.get(first)).isSameAs(value);
        assertThat(lazy.get(new Object())).isNotSameAs(value);
    }
}
