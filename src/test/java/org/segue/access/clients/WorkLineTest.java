package org.segue.access.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkLineTest {

    private final WorkLine<String> line = new WorkLine<>(2);

    @Test
    void enter_beyondThePlaces_waits_andGoesOnInOrder() {
        assertThat(line.enter("a")).isTrue();
        assertThat(line.enter("b")).isTrue();
        assertThat(line.enter("c")).isFalse();
        assertThat(line.enter("d")).isFalse();

        assertThat(line.leave("b")).contains("c");
        assertThat(line.leave("a")).contains("d");
        assertThat(line.leave("c")).isEmpty();
        assertThat(line.leave("d")).isEmpty();
        assertThat(line.isEmpty()).isTrue();
    }

    @Test
    void leave_fromTheLine_givesNoPlaceAway() {
        line.enter("a");
        line.enter("b");
        line.enter("c");

        assertThat(line.leave("c")).isEmpty();
        assertThat(line.leave("c")).isEmpty();
        assertThat(line.enter("d")).isFalse();
        assertThat(line.leave("a")).contains("d");
    }
}
