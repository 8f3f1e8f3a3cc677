package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;

/** The Grafana dashboard asks for metrics that a service has which has done everything once. */
class DashboardIT {

    private static final Path DASHBOARD = Path.of("docker", "grafana.json");
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{instance=");

    @Test
    void everyMetricOfTheDashboard_isThere() throws Exception {
        Set<String> asked = asked();
        assertThat(asked).hasSizeGreaterThan(8);
        Path folder = ServiceProcess.freshFolder("dashboard");
        try (ServiceProcess service = ServiceProcess.start(folder, false)) {
            ServiceClient client = service.client();
            client.upload("", List.of(ServiceTables.write(folder.resolve("table.csv"), "m", 50, 60, 8, 1)));
            client.awaitEnd("/api/imports/1");
            client.recommend("\"m-u0\"");
            int training = client.post(
                            "/api/trainings", "{\"dimension\":4,\"epochs\":1,\"tune\":false,\"evaluate\":false}")
                    .get("id")
                    .intValue();
            client.awaitEnd("/api/trainings/" + training);
            String token = client.post("/api/tokens", "{\"user\":\"m-u0\",\"name\":\"player\"}")
                    .get("token")
                    .textValue();
            client.submit(
                    token,
                    "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1760000000,\"track_metadata\":"
                            + "{\"artist_name\":\"A\",\"track_name\":\"T\"}}]}");

            assertThat(told(client.text("/q/metrics"))).containsAll(asked);
        }
    }

    private static Set<String> asked() throws Exception {
        JsonNode dashboard = new JsonMapper().readTree(DASHBOARD.toFile());
        Set<String> names = new TreeSet<>();
        for (String expression : dashboard.findValuesAsText("expr")) {
            Matcher metric = METRIC.matcher(expression);
            while (metric.find()) {
                names.add(metric.group(1));
            }
        }
        return names;
    }

    private static Set<String> told(String metrics) {
        Set<String> names = new TreeSet<>();
        metrics.lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        return names;
    }
}
