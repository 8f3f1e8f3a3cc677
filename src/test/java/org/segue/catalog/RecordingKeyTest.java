package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Massive Attack | Teardrop | massive attack | TEARDROP",
                "Sigur Rós | Sæglópur | SIGUR ROS | Sæglópur",
                "Beyoncé | Déjà Vu | Beyonce\u0301 | Deja Vu",
                "AC/DC | T.N.T. | AC DC | T N T",
                "Simon & Garfunkel | Mrs. Robinson | Simon  Garfunkel | Mrs Robinson",
                "Guns N' Roses | Don’t Cry | Guns N’ Roses | Don't Cry",
                "Jay-Z | Empire (feat. Alicia Keys) | Jay-Z feat. Alicia Keys | Empire",
                "Jay-Z | Empire [ft. Alicia Keys] | Jay-Z | Empire featuring Alicia Keys",
                "Jay-Z | Empire ft. Alicia Keys | Jay-Z | Empire",
                "The Beatles | Help! - Remastered 2009 | The Beatles | Help!",
                "The Beatles | Help! (2009 Remaster) | The Beatles | Help!",
                "The Beatles | Help! - 2009 Remastered Version | The Beatles | Help!",
                "Eminem | Stan (Explicit) | Eminem | Stan - Explicit",
                "Eminem | Stan (Explicit Version) | Eminem | Stan",
                "ＹＭＯ | Ｒｙｄｅｅｎ | YMO | Rydeen",
                "Muse | ❤\uFE0F | Muse | ❤",
            })
    void of_spellingsOfOneRecording_areEqual(String artist, String title, String otherArtist, String otherTitle) {
        assertThat(RecordingKey.of(artist, title)).isEqualTo(RecordingKey.of(otherArtist, otherTitle));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nirvana | Lithium | Nirvana | Lithium (Live)",
                "Nirvana | Lithium | Nirvana | Lithium - Live",
                "Nirvana | Lithium | Nirvana | Lithium (Live / Remastered)",
                "Nirvana | Lithium | Nirvana | Lithium - Live - 2019 Remaster",
                "Moby | Porcelain | Moby | Porcelain (Clubbed To Death Remix)",
                "Moby | Porcelain | Moby | Porcelain (Acoustic)",
                "Bob Dylan | One | Bob Dylan | Two",
                "Low | Two | The Low | Two",
                "The The | X | The | The X",
                "!!! | Heart | ??? | Heart",
                "Sault | ⭐ | Sault | 🌙",
                "Sault | #\uFE0F\u20E3 | Sault | *\uFE0F\u20E3",
                "椎名林檎 | 丸の内サディスティック | 椎名林檎 | 歌舞伎町の女王",
                "バス | A | ハス | A",
                "लता | का | लता | की",
                "คาราบาว | ที่ | คาราบาว | ทา",
                "Little Feat | Dixie Chicken | Little | Dixie Chicken",
            })
    void of_differentRecordings_areDifferent(String artist, String title, String otherArtist, String otherTitle) {
        assertThat(RecordingKey.of(artist, title)).isNotEqualTo(RecordingKey.of(otherArtist, otherTitle));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "+/-", "🎸", "(…)", "\u0301", "椎名林檎", "Ø", "$$$", "(feat. Nobody)"})
    void artist_anyName_keepsSomething(String name) {
        assertThat(RecordingKey.artist(name)).isNotBlank();
    }

    @Test
    void of_punctuationAlone_keepsItsText() {
        assertThat(RecordingKey.of("!!!", "...")).isEqualTo("!!!\t...");
    }

    @Test
    void of_longTitleOfBrackets_endsSoon() {
        String title = "((((feat. ".repeat(2000);

        assertThat(RecordingKey.of("a", title)).startsWith("a\t");
    }

    @Test
    void of_itsOwnWords_isTheSameKey() {
        String artist = RecordingKey.artist("Sigur Rós");

        assertThat(RecordingKey.artist(artist)).isEqualTo(artist);
    }

    @Test
    void asciiText_isWhatAnyTextMakesOfIt() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append((char) random.nextInt(127));
            }
            String raw = text.toString();

            assertThat(RecordingKey.asciiText(raw)).as(raw).isEqualTo(RecordingKey.anyText(raw));
        }
    }
}
