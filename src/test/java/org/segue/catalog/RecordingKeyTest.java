package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingKeyTest {

    private static final int MIN_PAIRS = 60;
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    /** Two recordings as two sources call them. */
    record Pair(String artist, String title, String otherArtist, String otherTitle) {

        static Pair of(String line) {
            String[] parts = line.split(" \\| ", -1);
            assertThat(parts).as(line).hasSize(4);
            return new Pair(unescaped(parts[0]), unescaped(parts[1]), unescaped(parts[2]), unescaped(parts[3]));
        }

        private static String unescaped(String text) {
            return ESCAPE.matcher(text)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
        }
    }

    static List<Pair> one() {
        return pairs("one");
    }

    static List<Pair> two() {
        return pairs("two");
    }

    private static List<Pair> pairs(String name) {
        try (var file = RecordingKeyTest.class.getResourceAsStream("/recordings/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Pair::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void lists_areLongEnough() {
        assertThat(one()).hasSizeGreaterThanOrEqualTo(MIN_PAIRS).doesNotHaveDuplicates();
        assertThat(two()).hasSizeGreaterThanOrEqualTo(MIN_PAIRS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("one")
    void of_spellingsOfOneRecording_areEqual(Pair pair) {
        assertThat(RecordingKey.of(pair.artist(), pair.title()))
                .isEqualTo(RecordingKey.of(pair.otherArtist(), pair.otherTitle()));
    }

    @ParameterizedTest
    @MethodSource("two")
    void of_differentRecordings_areDifferent(Pair pair) {
        assertThat(RecordingKey.of(pair.artist(), pair.title()))
                .isNotEqualTo(RecordingKey.of(pair.otherArtist(), pair.otherTitle()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 Ft Tall | 20 ft tall",
                "The The | the the",
                "Either/Or | either or",
                "Live (Official Video) | live official video",
                "T.N.T. | tnt",
                "Lithium - Live (Official Video) | lithium live",
                "& | &",
            })
    void of_titleWithWhatLooksLikeAMark_staysWhatItIs(String title, String words) {
        assertThat(RecordingKey.of("a", title)).isEqualTo("a\t" + words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lithium (Live) | Lithium",
                "Lithium - Live at Reading | Lithium",
                "Lithium (2011 Remaster) - Live | Lithium",
                "Lithium (Butch Remix) [Official Video] | Lithium",
                "Lithium (Acoustic) | Lithium (Demo)",
            })
    void ofWork_versionsOfOneSong_areEqual(String version, String other) {
        assertThat(work(version)).isEqualTo(work(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lithium", "Lithium (Part 2)", "Live", "Live and Let Die", "(Live)", "Remix", "!!!"})
    void ofWork_titleWithoutVersion_isNothingOfItsOwn(String title) {
        assertThat(RecordingKey.ofWork("Nirvana", title)).isNull();
    }

    private static String work(String title) {
        String work = RecordingKey.ofWork("Nirvana", title);
        return work == null ? RecordingKey.of("Nirvana", title) : work;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!!!", "+/-", "🎸", "(…)", "\u0301", "椎名林檎", "Ø", "$$$", "(feat. Nobody)", "\u200B", "&", "VEVO"
            })
    void artist_anyName_keepsSomething(String name) {
        assertThat(RecordingKey.artist(name)).isNotBlank();
    }

    @Test
    void of_punctuationAlone_keepsItsText() {
        assertThat(RecordingKey.of("!!!", "...")).isEqualTo("!!!\t...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((feat. ",
                ")]}([{",
                " feat. a",
                " - live",
                "A.B. ",
                "A/B/",
                ", the",
                "(official ",
                " ft 20",
                "- "
            })
    void of_longTitle_endsSoon(String part) {
        assertThat(RecordingKey.of("a", part.repeat(20_000))).startsWith("a\t");
        assertThat(RecordingKey.of(part.repeat(20_000), "a")).endsWith("\ta");
        assertThat(String.valueOf(RecordingKey.ofWork("a", part.repeat(20_000))))
                .isNotBlank();
    }

    @Test
    void of_itsOwnWords_isTheSameKey() {
        String artist = RecordingKey.artist("Sigur Rós");

        assertThat(RecordingKey.artist(artist)).isEqualTo(artist);
    }

    @Test
    void asciiWords_areWhatAnyWordsMakesOfIt() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append((char) random.nextInt(127));
            }
            String raw = text.toString();

            assertThat(FoldedText.asciiWords(raw)).as(raw).isEqualTo(FoldedText.anyWords(raw));
        }
    }
}
