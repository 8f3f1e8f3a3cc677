package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.segue.testsupport.ReleasedDatabase;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.Soak;

/** The packaged service starts on the data of every version before it, and answers from them; usually of the first and the last. */
@Tag(Soak.TAG)
class UpgradeIT {

    static IntStream schemas() {
        int last = ReleasedDatabase.count();
        return IntStream.rangeClosed(1, last).filter(schema -> Soak.isOn() || schema == 1 || schema == last);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void start_onDataOfAnEarlierVersion_answersFromThem(int schema) throws Exception {
        Path folder = ServiceProcess.freshFolder("upgrade");
        ReleasedDatabase.unpack(schema, folder.resolve("data"));

        try (ServiceProcess service = ServiceProcess.start(folder, false)) {
            JsonNode songs = service.client().recommend("\"bert\"");
            assertThat(songs.get("items").findValuesAsText("song")).contains("s1");
            assertThat(service.client().get("/api/users/anna").get("songs").intValue())
                    .isEqualTo(2);
            assertThat(service.client().get("/api/songs?q=hoppi").get("items").findValuesAsText("id"))
                    .containsExactly("s1");
            assertThat(service.client().get("/api/trainings/1").get("status").textValue())
                    .isEqualTo("failed");
            assertThat(service.log()).doesNotContain("ERROR");
        }
    }
}
