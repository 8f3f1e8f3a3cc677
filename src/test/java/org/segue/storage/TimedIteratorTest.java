package org.segue.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TimedIteratorTest {

    @Test
    void hasNext_timeIsUp_stillGivesOneItemATurn() {
        TimedIterator<Integer> turn = new TimedIterator<>(List.of(1, 2, 3), 1, () -> true).start();
        LockSupport.parkNanos(2 * WriteQueue.TURN_NANOS);

        assertThat(turn.hasNext()).isTrue();
        assertThat(turn.next()).isEqualTo(2);
        assertThat(turn.hasNext()).isFalse();
        assertThat(turn.position()).isEqualTo(2);
    }

    @Test
    void start_turnWaitedInTheQueue_hasItsWholeTime() {
        TimedIterator<Integer> turn = new TimedIterator<>(List.of(1, 2), 0, () -> true);
        LockSupport.parkNanos(2 * WriteQueue.TURN_NANOS);
        turn.start();

        assertThat(turn).toIterable().containsExactly(1, 2);
    }

    @Test
    void next_behindTheEnd_isRefused() {
        TimedIterator<Integer> turn = new TimedIterator<>(List.of(1), 1, () -> true).start();

        assertThat(turn.hasNext()).isFalse();
        assertThatThrownBy(turn::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void hasNext_nobodyWaits_goesOnForLonger_notForEver() {
        TimedIterator<Integer> turn = new TimedIterator<>(List.of(1, 2, 3), 0, () -> false).start();
        turn.next();
        LockSupport.parkNanos(2 * WriteQueue.TURN_NANOS);
        assertThat(turn.hasNext()).isTrue();
        LockSupport.parkNanos(WriteQueue.MAX_TURN_NANOS);
        assertThat(turn.hasNext()).isFalse();
    }
}
