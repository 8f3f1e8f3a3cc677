package org.segue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What containers may have, and where they come from. */
class ContainersTest {

    private static final Path FOLDER = Path.of("docker");
    private static final String PINNED = "\\S+:\\S+@sha256:[0-9a-f]{64}";

    @Test
    void services_haveALimitOfEverythingThatGrows() throws IOException {
        assertThat(services()).containsOnlyKeys("segue", "navidrome").allSatisfy((name, service) -> {
            assertThat(service.get("logging"))
                    .isEqualTo(Map.of("driver", "json-file", "options", Map.of("max-size", "10m", "max-file", "3")));
            assertThat(service.get("mem_limit")).isEqualTo("1g");
            assertThat(service.get("pids_limit")).isEqualTo(1024);
            assertThat(service.get("restart")).isEqualTo("unless-stopped");
        });
    }

    @Test
    void services_areMadeHere_orPinnedByDigest() throws IOException {
        assertThat(services().values())
                .allSatisfy(service -> assertThat(service.containsKey("build")
                                || String.valueOf(service.get("image")).matches(PINNED))
                        .as("%s", service.get("image"))
                        .isTrue());
    }

    // The builder of the native image has no releases, only a tag that moves.
    @Test
    void bases_arePinnedByDigest() throws IOException {
        List<String> bases = Pattern.compile("(?m)^ARG (?:BUILD|RUNTIME)_IMAGE=(.*)$")
                .matcher(Files.readString(FOLDER.resolve("Dockerfile.jvm"))
                        + Files.readString(FOLDER.resolve("Dockerfile.native")))
                .results()
                .map(base -> base.group(1))
                .filter(base -> !base.contains("mandrel-builder"))
                .toList();

        assertThat(bases).hasSize(3).allSatisfy(base -> assertThat(base).matches(PINNED));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        return requireNonNull(compose.get("services"));
    }

    @Test
    void images_areClaimedByTheCodeAlone() throws IOException {
        for (String file : List.of("Dockerfile.jvm", "Dockerfile.native")) {
            assertThat(Files.readString(Path.of("docker", file))).as(file).contains("SEGUE_ACCESS_CLAIM=code");
        }
    }
}
