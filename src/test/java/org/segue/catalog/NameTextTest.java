package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " a ",
                "a\u0000b",
                "\u0007",
                "\ud83c",
                "a\udfb8",
                "\uFFFE",
                "\u200B",
                "!!!",
                "😀",
                "\u0085x",
                "e\u0301",
                " \n "
            })
    void cleaned_again_isTheSame(String name) {
        String cleaned = NameText.cleaned(name);

        assertThat(NameText.cleaned(cleaned)).isEqualTo(cleaned);
        assertThat(cleaned).doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void cleaned_overlongName_isCutBetweenCharacters() {
        String name = "a" + "🎸".repeat(2000);

        assertThat(NameText.cleaned(name)).hasSize(999).doesNotContain("\uFFFD");
        assertThat(NameText.cleaned(NameText.cleaned(name))).isEqualTo(NameText.cleaned(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ", "a (feat. ", "é", "🎸", "( ", "A.", " - live ", "ß"})
    void recordingKey_ofACutName_isThatOfTheWholeName(String part) {
        String name = part.repeat(2000);

        assertThat(RecordingKey.of(NameText.cleaned(name), NameText.cleaned(name)))
                .isEqualTo(RecordingKey.of(name, name));
    }
}
