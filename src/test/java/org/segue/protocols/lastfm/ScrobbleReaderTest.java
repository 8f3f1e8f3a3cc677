package org.segue.protocols.lastfm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.access.LastFmFailure;

/** How forms are read, where a service would need another clock. */
class ScrobbleReaderTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String SONG = "artist=A&track=T&timestamp=";

    private static ScrobbleReader reader(String form, @Nullable Instant known) {
        return new ScrobbleReader(FormFields.of(null, form.getBytes(UTF_8)), Field::lastFm, NOW, known);
    }

    @ParameterizedTest
    @CsvSource({"1700000000, NOT", "1700000300, NOT", "1700000301, TOO_NEW", "1699999999.9, NOT", "1033410600, NOT"})
    void clocks_mayDifferALittle(String time, Ignored ignored) {
        assertThat(reader(SONG + time, null).played())
                .extracting(Scrobble::ignored)
                .containsExactly(ignored);
    }

    @Test
    void whatIsLaterThanAClockThatIsBehind_isToBeSentAgain() {
        Instant tomorrow = NOW.plusSeconds(86_400);
        assertThatExceptionOfType(LastFmException.class)
                .isThrownBy(
                        () -> reader(SONG + tomorrow.getEpochSecond(), tomorrow).played())
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(LastFmFailure.UNAVAILABLE));
        assertThat(reader(SONG + NOW.getEpochSecond(), tomorrow).played())
                .extracting(Scrobble::ignored)
                .containsExactly(Ignored.NOT);
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "200.7, 200", "0, 0", "-3, 0", "long, 0", "86400, 86400", "86401, 0", "200000, 0", "'', 0"})
    void lengths_thatAreNone_costNothingElse(String length, int seconds) {
        List<Scrobble> played =
                reader(SONG + "1700000000&duration=" + length, null).played();
        assertThat(played).extracting(one -> one.details().durationSeconds()).containsExactly(seconds);
        assertThat(played).extracting(Scrobble::isKept).containsExactly(true);
    }

    @Test
    void numbers_needNotBeginAtZero_norFollowEachOther_andOtherFieldsMakeNoScrobble() {
        String form =
                "track[9]=Nine&artist%5B9%5D=A&timestamp[9]=1700000000&artist[2]=B&track[2]=Two&timestamp[2]=1700000000"
                        + "&sk[3]=x&album[4]=y";
        assertThat(reader(form, null).played())
                .extracting(one -> one.names().track().text())
                .containsExactly("Two", "Nine");
    }

    @ParameterizedTest
    @CsvSource({
        "test-player/1.0 (Linux), test-player",
        "mdc, mdc",
        "Mozilla/5.0, Mozilla",
        "'', ''",
        "/1.0, ''",
        "../x, ''",
        "4ever/1, ''",
    })
    void programs_areCalledByTheirNameAlone(String sent, String name) {
        assertThat(PlayerName.of(sent)).isEqualTo(name);
    }
}
