package org.segue.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;

/** What somebody finds who starts the program for the first time: the second test goes on where the first has ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final String USER = "amara-olander";
    private static final Pattern TITLE =
            Pattern.compile("<p class=\"title\"><a href=\"[^\"]*\"[^>]*><bdi>(.*?)</bdi></a></p>");

    private static Path folder = Path.of("");
    private static @Nullable ServiceProcess running;

    @BeforeAll
    static void firstStart() throws Exception {
        folder = ServiceProcess.freshFolder("demo");
        running = ServiceProcess.start(folder, true);
        service().client().await("/api/status", status -> status.hasNonNull("model"));
    }

    @AfterAll
    static void end() {
        if (running != null) {
            running.close();
        }
    }

    private static ServiceProcess service() {
        return requireNonNull(running);
    }

    @Test
    @Order(1)
    void firstStart_recommendsTrainedSongsThatTheUserHasNotHeard_andKeepsThemOverARestart() throws Exception {
        JsonNode answer = recommend();

        assertThat(answer.get("strategy").textValue()).isEqualTo("trained");
        assertThat(ServiceClient.texts(answer.get("items"), "song"))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(heard());
        assertThat(ServiceClient.texts(answer.get("items"), "title")).noneMatch(String::isBlank);
        assertThat(ServiceClient.texts(answer.get("items"), "artist")).noneMatch(String::isBlank);
        assertThat(titlesOnThePage()).isEqualTo(ServiceClient.texts(answer.get("items"), "title"));

        restart();

        assertThat(recommend()).as("the same model serves at once").isEqualTo(answer);
        assertThat(service().client().get("/api/trainings").get("total").intValue())
                .as("nothing is trained again")
                .isEqualTo(1);
        assertEngineIsNotLoaded();
    }

    @Test
    @Order(2)
    void undoOfTheDemo_leavesNothingOfIt_forEver() throws Exception {
        JsonNode undone = service().client().delete("/api/imports/1");

        assertThat(undone.get("status").textValue()).isEqualTo("undone");
        assertThat(recommend().get("items")).as("at once").isEmpty();
        service().client().await("/api/users", users -> users.get("total").intValue() == 0);
        service().client().await("/api/songs", songs -> songs.get("total").intValue() == 0);

        restart();

        assertThat(service().client().get("/api/imports").get("total").intValue())
                .isEqualTo(1);
        assertThat(service().client().get("/api/users").get("total").intValue()).isZero();
        assertThat(service().client().get("/api/status").get("interactions").intValue())
                .isZero();
        assertThat(recommend().get("items")).isEmpty();
    }

    private void restart() throws Exception {
        assertThat(service().stop()).as(service().log()).isEqualTo(143);
        service().close();
        running = ServiceProcess.start(folder, true);
    }

    private JsonNode recommend() throws Exception {
        return service().client().recommend('"' + USER + '"');
    }

    private List<String> titlesOnThePage() throws Exception {
        String page = service().client().text("/?user=" + USER + "&n=10");
        return TITLE.matcher(page)
                .results()
                .map(title -> title.group(1)
                        .replace("&#39;", "'")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&"))
                .toList();
    }

    private static Set<String> heard() throws IOException {
        Set<String> songs = ServiceTables.csv(ServiceTables.DEMO).stream()
                .filter(row -> row.get(0).equals(USER))
                .map(row -> row.get(1))
                .collect(Collectors.toSet());
        assertThat(songs).isNotEmpty();
        return songs;
    }

    private void assertEngineIsNotLoaded() throws IOException {
        Path maps = Path.of("/proc", Long.toString(service().pid()), "maps");
        assumeTrue(Files.isReadable(maps), "only Linux says which libraries a process has loaded");
        assertThat(Files.readString(maps)).contains("libjvm").doesNotContain("libtorch");
    }
}
