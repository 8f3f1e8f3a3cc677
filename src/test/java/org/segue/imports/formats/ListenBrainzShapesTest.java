package org.segue.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.imports.formats.Fixtures.bytes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.feedback.Verdict;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;

/** Listens and feedback of ListenBrainz in every shape in which they come. */
class ListenBrainzShapesTest {

    private static final ImportOptions ANNA = Fixtures.forUser("anna");
    private static final String A =
            "{\"listened_at\":1500000000,\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"B\"}}";
    private static final String C =
            "{\"track_metadata\":{\"artist_name\":\"C\",\"track_name\":\"D\",\"additional_info\":{\"tags\":[\"x\"]}},"
                    + "\"listened_at\":1500000300}";
    private static final String PRETTY_A =
            "{\n  \"listened_at\" : 1500000000,\n  \"track_metadata\" : {\n    \"artist_name\" : \"A\",\n"
                    + "    \"track_name\" : \"B\"\n  }\n}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                A + "\n" + C + "\n",
                "\n" + A + "\r\n\r\n" + C,
                A + " " + C,
                "[" + A + "," + C + "]",
                "[\n" + A + ",\n" + C + "\n]\n",
                "\uFEFF[[" + A + "],[" + C + "]]",
                PRETTY_A + "\n" + C + "\n",
                "[\n  " + PRETTY_A + ",\n  " + C + "\n]",
                "{\"payload\":{\"count\":2,\"listens\":[" + A + "," + C + "],\"user_id\":\"rob\"}}",
                "{\n  \"payload\": {\n    \"count\": 2,\n    \"listens\": [\n" + PRETTY_A + ",\n" + C + "\n]}}\n",
                "{\"payload\":{\"listens\":[" + A + "]}}\n{\"payload\":{\"listens\":[" + C + "]}}\n",
                "[{\"payload\":{\"listens\":[" + A + "]}},{\"payload\":{\"listens\":[" + C + "]}}]",
                "{\"listens\":[" + A + "," + C + "]}",
                "{\"listen_type\":\"import\",\"payload\":[" + A + "," + C + "]}",
            })
    void read_listensInAnyShape_areTheSameListens(String file) throws IOException {
        RecordedRows read = Fixtures.read(folder, bytes(file), ANNA);

        assertThat(read.bad).isEmpty();
        assertThat(read.listens)
                .extracting(listen -> listen.user() + " " + listen.song().title() + " " + listen.listenedAt())
                .containsExactly("anna B 1500000000", "anna D 1500000300");
    }

    @Test
    void read_answerLongerThanALineMayBe_isReadToItsEnd() throws IOException {
        String listens = IntStream.range(0, 3000)
                .mapToObj(i -> A.replace("1500000000", String.valueOf(1500000000 + 300 * i)))
                .collect(Collectors.joining(","));

        assertThat(Fixtures.read(folder, bytes("{\"payload\":{\"listens\":[" + listens + "]}}"), ANNA).listens)
                .hasSize(3000);
    }

    @Test
    void read_listensOfTheApi_nameTheirUser_andWhatPlaysNowIsNone() throws IOException {
        String file = "{\"payload\":{\"listens\":[{\"user_name\":\"rob\"," + A.substring(1)
                + ",{\"playing_now\":true,\"track_metadata\":{\"artist_name\":\"X\",\"track_name\":\"Y\"}}]}}";
        RecordedRows read = Fixtures.read(folder, bytes(file), ImportOptions.auto());

        assertThat(read.listens).extracting(ExternalListen::user).containsExactly("rob");
        assertThat(read.skipped).hasSize(1);
        assertThatThrownBy(() -> Fixtures.read(folder, "[" + A + "]"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("user=");
    }

    @Test
    void read_badLines_costThemselvesAlone() throws IOException {
        for (String broken : new String[] {"{\"listened_at\":1,", "nonsense", "{}", "[" + A + "]"}) {
            assertThat(Fixtures.read(folder, bytes(A + "\n" + broken + "\n" + C + "\n"), ANNA)
                            .badLines())
                    .as(broken)
                    .containsExactly(2L);
        }
        assertThat(Fixtures.read(folder, bytes("{\"listened_at\":1,\n" + A + "\n" + C + "\n"), ANNA)
                        .badLines())
                .containsExactly(1L);
    }

    @Test
    void read_badEntriesOfAnArray_costThemselvesAlone() throws IOException {
        RecordedRows read =
                Fixtures.read(folder, bytes("[" + A + ",{\"listened_at\":5,\"track_metadata\":{}},7," + C + "]"), ANNA);

        assertThat(read.listens).hasSize(2);
        assertThat(read.badLines()).containsExactly(2L, 3L);
    }

    @Test
    void read_answerCutOff_isASentence() {
        assertThatThrownBy(() -> Fixtures.read(folder, bytes("{\"payload\":{\"listens\":[" + A + ","), ANNA))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith("file.csv isn’t valid JSON after entry 1 (line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1$s\n%2$s\n",
                "[%1$s,%2$s]",
                "[\n%1$s,\n%2$s\n]",
                "{\"count\":2,\"feedback\":[%1$s,%2$s],\"offset\":0,\"total_count\":2}",
                "{\n\"feedback\": [\n%1$s,\n%2$s\n], \"total_count\": 2\n}\n",
                "{\"payload\":{\"feedback\":[%1$s,%2$s]}}",
            })
    void read_feedbackInAnyShape_isTheSame(String shape) throws IOException {
        String love = "{\"created\":1500000000,\"recording_mbid\":\"f1b1cf71-bd35-4e99-8624-24a6e15f133a\","
                + "\"recording_msid\":null,\"score\":1}";
        String hate =
                "{\"created\":1500000000,\"recording_msid\":\"f1b1cf71-bd35-4e99-8624-24a6e15f133b\",\"score\":-1,"
                        + "\"track_metadata\":{\"artist_name\":\"A\",\"track_name\":\"B\"},\"user_id\":\"rob\"}";
        RecordedRows read = Fixtures.read(folder, bytes(shape.formatted(love, hate)), ANNA);

        assertThat(read.bad).isEmpty();
        assertThat(read.feedback).extracting(ExternalFeedback::verdict).containsExactly(Verdict.LOVE, Verdict.DISLIKE);
        assertThat(read.feedback).extracting(ExternalFeedback::user).containsExactly("anna", "rob");
        assertThat(read.feedback.get(1).target().song()).hasFieldOrPropertyWithValue("title", "B");
    }

    @Test
    void read_dumpAsAnArray_isTheDump() throws IOException {
        String line = "{\"timestamp\":1500000000,\"user_name\":\"rob\"," + A.substring(A.indexOf("\"track_metadata"));

        assertThat(Fixtures.read(folder, "[" + line + "," + line + "]").listens)
                .extracting(ExternalListen::user)
                .containsExactly("rob", "rob");
    }
}
