package org.segue.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segue.ranking.Untried;

class SongChoiceTest {

    @Test
    void of_whatWasSent_isReadAndAddressedAgain() {
        SongChoice asked = SongChoice.of(" 0.5 ", "true", "mixed");

        assertThat(asked).isEqualTo(new SongChoice(0.5, true, Untried.MIXED));
        assertThat(asked.addressed()).isEqualTo("&adventure=0.5&versions=true&untried=mixed");
        assertThat(asked.place()).isEqualTo("mixed");
        assertThat(asked.further().versions()).isTrue();
    }

    @Test
    void of_nothing_orNoneOfTheChoices_isThePlainRanking() {
        assertThat(SongChoice.of(null, null, null)).isEqualTo(SongChoice.NONE);
        assertThat(SongChoice.of("far", "perhaps", "MIXED")).isEqualTo(SongChoice.NONE);
        assertThat(SongChoice.of("1.1", "", "")).isEqualTo(SongChoice.NONE);
        assertThat(SongChoice.NONE.addressed()).isEmpty();
    }
}
