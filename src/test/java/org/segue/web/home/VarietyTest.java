package org.segue.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segue.ranking.Untried;

class VarietyTest {

    @Test
    void of_whatWasSent_isReadAndAddressedAgain() {
        Variety asked = Variety.of(" 0.5 ", "true", "mixed");

        assertThat(asked).isEqualTo(new Variety(0.5, true, Untried.MIXED));
        assertThat(asked.addressed()).isEqualTo("&adventure=0.5&versions=true&untried=mixed");
        assertThat(asked.place()).isEqualTo("mixed");
        assertThat(asked.further().versions()).isTrue();
    }

    @Test
    void of_nothing_orNoneOfTheChoices_isThePlainRanking() {
        assertThat(Variety.of(null, null, null)).isEqualTo(Variety.NONE);
        assertThat(Variety.of("far", "perhaps", "MIXED")).isEqualTo(Variety.NONE);
        assertThat(Variety.of("1.1", "", "")).isEqualTo(Variety.NONE);
        assertThat(Variety.NONE.addressed()).isEmpty();
    }
}
