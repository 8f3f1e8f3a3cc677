package org.segue.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.segue.ranking.Owned;
import org.segue.ranking.Untried;

class SongChoiceTest {

    @Test
    void of_whatWasSent_isReadAndAddressedAgain() {
        SongChoice asked = SongChoice.of(" 0.5 ", "true", "mixed", " only");

        assertThat(asked).isEqualTo(new SongChoice(0.5, true, Untried.MIXED, Owned.ONLY));
        assertThat(asked.addressed()).isEqualTo("&adventure=0.5&versions=true&untried=mixed&owned=only");
        assertThat(asked.place()).isEqualTo("mixed");
        assertThat(asked.ownership()).isEqualTo("only");
        assertThat(asked.further().owned()).isEqualTo(Owned.ONLY);
        assertThat(asked.further().versions()).isTrue();
    }

    @Test
    void of_nothing_orNoneOfTheChoices_isThePlainRanking() {
        assertThat(SongChoice.of(null, null, null, null)).isEqualTo(SongChoice.NONE);
        assertThat(SongChoice.of("far", "perhaps", "MIXED", "some")).isEqualTo(SongChoice.NONE);
        assertThat(SongChoice.of("1.1", "", "", "any")).isEqualTo(SongChoice.NONE);
        assertThat(SongChoice.NONE.addressed()).isEmpty();
    }
}
