package org.segue.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentNamesTest {

    private static final int ONE_GENERATION = 65_536;

    private final RecentNames names = new RecentNames();

    @Test
    void names_untilMemoryIsFull_areAllFound() {
        use(1, 2 * ONE_GENERATION);

        assertThat(names.hasForgotten()).isFalse();
        for (int number = 2 * ONE_GENERATION; number > ONE_GENERATION; number--) {
            assertThat(names.find(name(number))).isEqualTo(number);
        }
        assertThat(names.find(name(1))).isEqualTo(1);
        assertThat(names.find("another")).isZero();
    }

    @Test
    void names_thatAreUsedAgain_stay_andOthersAreForgotten() {
        for (int number = 1; number <= 5 * ONE_GENERATION; number++) {
            use(number, number);
            assertThat(names.find(name(1))).isEqualTo(1);
        }

        assertThat(names.hasForgotten()).isTrue();
        assertThat(names.find(name(2))).isZero();
        assertThat(names.find(name(4 * ONE_GENERATION + 2))).isEqualTo(4 * ONE_GENERATION + 2);
    }

    @Test
    void names_ofTheSameHashCode_areToldApart() {
        names.put("Aa", 1);
        names.put("BB", 2);

        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(names.find("Aa")).isEqualTo(1);
        assertThat(names.find("BB")).isEqualTo(2);
    }

    private void use(int from, int to) {
        for (int number = from; number <= to; number++) {
            names.put(name(number), number);
        }
    }

    private static String name(int number) {
        return "artist " + number / 10 + "\tSong " + number;
    }
}
