package org.segue.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.ranking.Owned;
import org.segue.ranking.Untried;

class SongChoiceTest {

    @Test
    void of_choices_areReadAndAddressed() {
        SongChoice asked = of(Map.of(
                "adventure", " 0.5 ",
                "versions", "true",
                "untried", "mixed",
                "owned", " only",
                "mode", "rediscover",
                "maxPerArtist", " 2"));

        assertThat(asked).isEqualTo(new SongChoice(0.5, true, Untried.MIXED, Owned.ONLY, true, 2));
        assertThat(asked.place()).isEqualTo("mixed");
        assertThat(asked.ownership()).isEqualTo("only");
        assertThat(asked.further().owned()).isEqualTo(Owned.ONLY);
        assertThat(asked.further().versions()).isTrue();
        assertThat(asked.addressed())
                .isEqualTo("&adventure=0.5&versions=true&untried=mixed&owned=only&maxPerArtist=2&mode=rediscover");
        assertThat(asked.adventurePercent()).isEqualTo("50");
    }

    @Test
    void of_nothingOrNonsense_isTheSongsThatFitBest() {
        assertThat(of(Map.of())).isEqualTo(SongChoice.NONE);
        assertThat(of(Map.of("adventure", "far", "versions", "perhaps", "untried", "MIXED", "owned", "some")))
                .isEqualTo(SongChoice.NONE);
        assertThat(of(Map.of("adventure", "1.1", "mode", "other", "maxPerArtist", "-1")))
                .isEqualTo(SongChoice.NONE);
        assertThat(of(Map.of("maxPerArtist", "0"))).isEqualTo(SongChoice.NONE);
        assertThat(SongChoice.NONE.addressed()).isEmpty();
    }

    private static SongChoice of(Map<String, String> sent) {
        return SongChoice.of(sent::get);
    }
}
