package org.segue.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private enum Said implements Phrase {
        LEFT("%,d of %s, %.1f"),
        PART("the rest");

        private final String english;

        Said(String english) {
            this.english = english;
        }

        @Override
        public String room() {
            return "test";
        }

        @Override
        public String english() {
            return english;
        }
    }

    private static final Sentence SENTENCE = Said.LEFT.with(1200, Said.PART.with(), 0.25);

    @Test
    void with_texts_numbersAndParts_fillsTheEnglishText() {
        assertThat(SENTENCE).hasToString("1,200 of the rest, 0.3");
        assertThat(SENTENCE.key()).isEqualTo("test.LEFT");
    }

    @Test
    void read_whatWasStored_isTheSameAgain() {
        Sentence read = Sentence.read(SENTENCE.stored());

        assertThat(read).hasToString(SENTENCE.text());
        assertThat(read.key()).isEqualTo(SENTENCE.key());
        assertThat(read.with()).containsExactly(1200L, Said.PART.with(), 0.25);
    }

    @Test
    void read_aTextOfAnOlderSegue_staysAsItIs() {
        for (String text : new String[] {"It failed.", "{\"key\": broken", "{\"key\":\"a"}) {
            assertThat(Sentence.read(text)).isEqualTo(Sentence.plain(text));
        }
    }

    @Test
    void json_ofAnAnswerIsTheEnglishText_whatIsKeptMakesItAgain() throws Exception {
        ObjectMapper answers = new ObjectMapper();
        ObjectMapper kept = StoredSentence.in(answers);

        assertThat(answers.writeValueAsString(SENTENCE)).isEqualTo("\"1,200 of the rest, 0.3\"");
        assertThat(kept.readValue(kept.writeValueAsString(SENTENCE), Sentence.class))
                .hasToString(SENTENCE.text())
                .returns("test.LEFT", Sentence::key);
    }
}
