package org.segue.access.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncomingMessagesTest {

    private final IncomingMessages incoming = new IncomingMessages(
            new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(30), 4096, Duration.ofSeconds(60)));

    @Test
    void newConnection_owesAHead() {
        pass(11);

        assertThat(incoming.isLate()).isTrue();
    }

    @Test
    void keptConnection_owesNothing_untilTheNextHeadBegins() {
        incoming.bytesCame();
        incoming.headCame(0, -1);
        incoming.ended(0);
        pass(100);
        assertThat(incoming.isLate()).isFalse();

        incoming.bytesCame();
        pass(5);
        incoming.bytesCame();
        pass(6);
        assertThat(incoming.isLate()).isTrue();
    }

    @Test
    void body_whileWeDoNotTakeIt_isNotLate() {
        incoming.headCame(0, 10);
        for (int i = 0; i < 100; i++) {
            incoming.pass(Duration.ofSeconds(1).toNanos(), stream -> false);
        }
        assertThat(incoming.isLate()).isFalse();

        pass(11);
        assertThat(incoming.isLate()).isTrue();
    }

    @Test
    void streams_haveTheirOwnClocks() {
        incoming.frameCame();
        incoming.headCame(1, 10);
        pass(6);
        incoming.headCame(3, 10);
        incoming.ended(1);
        pass(6);
        assertThat(incoming.isLate()).isFalse();

        pass(5);
        assertThat(incoming.isLate()).isTrue();
    }

    @Test
    void frame_ofWhichAPartIsHere_isLate_besideOtherStreams() {
        incoming.frameCame();
        incoming.headCame(1, 1 << 20);
        incoming.bytesCame();
        pass(6);
        incoming.bytesCame();
        pass(5);

        assertThat(incoming.isLate()).isTrue();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            incoming.pass(Duration.ofSeconds(1).toNanos(), stream -> true);
        }
    }
}
