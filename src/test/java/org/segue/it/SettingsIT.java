package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.testsupport.ServiceProcess;

/** A wrong setting ends the start and is named, with what was expected; the log is text, or JSON if asked for. */
class SettingsIT {

    @ParameterizedTest
    @CsvSource({
        "segue.model.keep, 0, greater than or equal to 1",
        "segue.training.threads, none, Expected an integer value",
        "segue.training.threads, 0, greater than or equal to 1",
        "segue.training.retrain, weekly, 'allowed values'",
        "segue.training.patience, soon, Invalid duration",
        "segue.training.patience, 0s, must be",
        "segue.access.proxy.addresses, nobody, which is no address",
        "segue.access.hosts, nas/segue, expected is a name",
        "segue.access.admin-token, short, at least 16 characters",
        "segue.training.wroker, process, does not map to any root"
    })
    void start_wrongSetting_endsAndNamesIt(String setting, String value, String expected) throws Exception {
        Path folder = ServiceProcess.freshFolder("settings");

        try (ServiceProcess service = ServiceProcess.launch(folder, false, Map.of(), List.of(setting + "=" + value))) {
            assertThat(service.awaitExit()).isNotZero();
            assertThat(service.log()).contains(setting).contains(expected);
        }
    }

    @Test
    void start_misspeltVariable_isWarnedOf() throws Exception {
        Path folder = ServiceProcess.freshFolder("settings");

        try (ServiceProcess service = ServiceProcess.start(folder, Map.of("SEGUE_MODEL_KEPE", "3"), List.of())) {
            assertThat(service.log()).contains("no settings of Segue's").contains("SEGUE_MODEL_KEPE");
        }
    }

    @Test
    void log_asJson_isAnObjectALine() throws Exception {
        Path folder = ServiceProcess.freshFolder("settings");

        try (ServiceProcess service = ServiceProcess.start(
                folder, Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"), List.of("quarkus.banner.enabled=false"))) {
            List<String> entries =
                    service.log().lines().filter(line -> line.startsWith("{")).toList();
            assertThat(entries).isNotEmpty();
            for (String entry : entries) {
                JsonNode told = new JsonMapper().readTree(entry);
                assertThat(told.get("level").textValue()).isNotBlank();
                assertThat(told.get("timestamp").textValue()).isNotBlank();
            }
        }
    }
}
