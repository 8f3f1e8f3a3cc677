package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {

    private final Set<String> taken = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"anna", "2", "A.b_c~d:e-f", "...", ".a", "SOAKIMP12A8C130995"})
    void choose_freeAndSafe_isTheIdItself(String id) {
        assertThat(choose(id)).isEqualTo(id);
    }

    @Test
    void choose_longestSafe_isTheIdItself() {
        assertThat(choose("x".repeat(128))).isEqualTo("x".repeat(128));
    }

    @Test
    void choose_taken_hasTheSourceBefore() {
        taken.add("2");

        assertThat(choose("2")).isEqualTo("hetrec:2");
    }

    @Test
    void choose_takenTwice_isAHashWithTheSource() {
        taken.addAll(Set.of("2", "hetrec:2"));

        assertThat(choose("2")).matches("hetrec~[0-9a-f]{16}");
    }

    @Test
    void choose_hashIsTaken_hasANumberBehind() {
        String first = keep("Zoë");

        assertThat(choose("Zoë")).isEqualTo(first + "-2");
        taken.add(first + "-2");
        assertThat(choose("Zoë")).isEqualTo(first + "-3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "",
                " ",
                "a b",
                "a/b",
                "../etc",
                "Zoë",
                "🎸",
                "a%2Fb",
                "a?b",
                "a#b",
                "<i>",
                "null\u0000",
                "a\\b",
                "آنا"
            })
    void choose_unsafe_isSafeAndStable(String id) {
        String chosen = choose(id);

        assertThat(PublicId.isSafe(chosen)).isTrue();
        assertThat(chosen).isEqualTo(choose(id)).startsWith("hetrec");
    }

    @Test
    void choose_tooLong_isSafeAndTellsIdsApart() {
        String one = choose("x".repeat(500) + "1");
        String other = choose("x".repeat(500) + "2");

        assertThat(PublicId.isSafe(one)).isTrue();
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void choose_manyUnsafe_areAllDifferent() {
        for (int i = 0; i < 5000; i++) {
            keep("ü " + i);
        }

        assertThat(taken).hasSize(5000).allMatch(PublicId::isSafe);
    }

    @Test
    void ofWords_name_isReadable() {
        assertThat(ofWords("massive attack")).isEqualTo("massive-attack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"椎名林檎", "!!!", ".", "..", "", "sigur rós"})
    void ofWords_noSafeWords_isSafe(String key) {
        assertThat(PublicId.isSafe(ofWords(key))).isTrue();
    }

    @Test
    void ofWords_longAndTaken_staysSafe() {
        String words = "word ".repeat(25) + "abc";
        for (int i = 0; i < 12; i++) {
            taken.add(ofWords(words));
        }

        assertThat(taken).hasSize(12).allMatch(PublicId::isSafe);
    }

    private String keep(String id) {
        String chosen = choose(id);
        taken.add(chosen);
        return chosen;
    }

    private String choose(String id) {
        return PublicId.choose("hetrec", id, taken::contains);
    }

    private String ofWords(String key) {
        return PublicId.ofWords(key, taken::contains);
    }
}
