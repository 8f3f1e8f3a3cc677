package org.segue.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeLeftTest {

    @Test
    void minutes_areRoundedUp_andNotSaidOfSeconds() {
        assertThat(TimeLeft.minutes(null)).isNull();
        assertThat(TimeLeft.minutes(Double.NaN)).isNull();
        assertThat(TimeLeft.minutes(Double.POSITIVE_INFINITY)).isNull();
        assertThat(TimeLeft.minutes(0.2)).isNull();
        assertThat(TimeLeft.minutes(9.9)).isNull();
        assertThat(TimeLeft.minutes(10.0)).isEqualTo(1);
        assertThat(TimeLeft.minutes(61.0)).isEqualTo(2);
    }
}
