package org.segue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What containers may have, and where they come from. */
class ContainersTest {

    private static final Path FOLDER = Path.of("docker");
    private static final String REPLICAS = "replicas/compose.yaml";
    private static final String PINNED = "\\S+:\\S+@sha256:[0-9a-f]{64}";

    @Test
    void services_haveALimitOfEverythingThatGrows() throws IOException {
        assertThat(services("compose.yaml")).containsOnlyKeys("segue", "navidrome");
        assertThat(services(REPLICAS)).containsOnlyKeys("replica-1", "replica-2", "proxy");
        assertThat(allServices()).hasSize(5).allSatisfy((name, service) -> {
            assertThat(service.get("logging"))
                    .isEqualTo(Map.of("driver", "json-file", "options", Map.of("max-size", "10m", "max-file", "3")));
            assertThat(service.get("mem_limit")).isEqualTo("1g");
            assertThat(service.get("pids_limit")).isEqualTo(1024);
            assertThat(service.get("restart")).isEqualTo("unless-stopped");
        });
    }

    @Test
    void services_areMadeHere_orPinnedByDigest() throws IOException {
        assertThat(allServices().values())
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

    @Test
    void replicas_areAlike_andWriteNothing() throws IOException {
        Map<String, Map<String, Object>> services = services(REPLICAS);

        assertThat(requireNonNull(services.get("replica-1")).get("environment"))
                .isEqualTo(requireNonNull(services.get("replica-2")).get("environment"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("SEGUE_REPLICA_ENABLED", "true");
        assertThat(services.values()).allSatisfy(service -> {
            assertThat(service.get("read_only")).isEqualTo(true);
            assertThat(service.get("tmpfs")).isEqualTo(List.of("/tmp"));
            assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
        });
        assertThat(Files.readString(FOLDER.resolve("replicas/nginx.conf")))
                .contains("server replica-1:5000", "server replica-2:5000");
    }

    @Test
    void proxyOfReplicas_hasTheBaseOfSegue() throws IOException {
        String base = "ARG RUNTIME_IMAGE=(.*)";

        assertThat(first(base, "replicas/Dockerfile")).matches(PINNED).isEqualTo(first(base, "Dockerfile.jvm"));
    }

    private static String first(String pattern, String file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static Map<String, Map<String, Object>> services(String file) throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Files.readString(FOLDER.resolve(file)));
        return requireNonNull(compose.get("services"));
    }

    private static Map<String, Map<String, Object>> allServices() throws IOException {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>(services("compose.yaml"));
        all.putAll(services(REPLICAS));
        return all;
    }

    @Test
    void images_areClaimedByTheCodeAlone() throws IOException {
        for (String file : List.of("Dockerfile.jvm", "Dockerfile.native")) {
            assertThat(Files.readString(Path.of("docker", file))).as(file).contains("SEGUE_ACCESS_CLAIM=code");
        }
    }
}
