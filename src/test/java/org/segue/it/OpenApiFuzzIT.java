package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.RequestFuzz;
import org.segue.testsupport.RequestFuzz.Operation;
import org.segue.testsupport.RequestFuzz.Request;
import org.segue.testsupport.ServiceClient;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;
import org.segue.testsupport.Soak;

/**
 * Whatever is sent to whichever operation of the API, by an administrator even, is no reason for a 500, and the service goes on
 * answering. {@code SEGUE_FUZZ_SEED} and {@code SEGUE_FUZZ_REQUESTS} (per operation) make other runs.
 */
@Tag(Soak.TAG)
class OpenApiFuzzIT {

    private static final long SEED = Soak.orVariable("SEGUE_FUZZ_SEED", 11, 11);
    private static final int REQUESTS = Soak.orVariable("SEGUE_FUZZ_REQUESTS", 10, 250);

    /** They end when the job does, or after half an hour: how they begin is looked at. */
    private static final String STREAM = "/events";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<Integer> statuses = new TreeSet<>();
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        Path folder = ServiceProcess.freshFolder("fuzz");
        // Else the wrong tokens among the requests would lock the right one out as well.
        service = ServiceProcess.start(folder, Map.of(), List.of("segue.access.failures-per-minute=1000000"));
        ServiceClient client = service.client();
        client.upload("?source=t", List.of(ServiceTables.write(folder.resolve("t.csv"), "t", 60, 100, 10, 1)));
        assertThat(client.awaitEnd("/api/imports/1").get("status").textValue()).isEqualTo("completed");
        client.awaitEnd("/api/trainings/"
                + client.post("/api/trainings", "{\"dimension\":4,\"tune\":false,\"evaluate\":false}")
                        .get("id"));
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void hostileRequestsToEveryOperation_areAnsweredOrRefused() throws Exception {
        ServiceClient client = service.client();
        JsonNode document = JSON.readTree(client.text("/q/openapi?format=json"));
        RequestFuzz fuzz = new RequestFuzz(document, client.root(), ids(client), SEED);
        List<String> broken = new ArrayList<>();
        List<Operation> operations = fuzz.operations();
        assertThat(operations).hasSizeGreaterThan(40);
        for (int round = 0; round < REQUESTS; round++) {
            for (Operation operation : operations) {
                Request request = fuzz.request(operation);
                int status = status(operation, request);
                statuses.add(status);
                before = status + " to " + request;
                if (status >= 500 && status != 503) {
                    broken.add(status + " " + request);
                }
            }
        }
        assertThat(broken).as("seed %d; the log: %s", SEED, service.log()).isEmpty();
        assertThat(statuses).as("both kinds of requests").contains(200, 404, 422);
        assertThat(client.recommend("\"t-u1\"").get("items")).isNotNull();
    }

    private String before = "";

    private int status(Operation operation, Request request) throws IOException, InterruptedException {
        try {
            if (operation.path().endsWith(STREAM)) {
                HttpResponse<InputStream> begun = http.send(request.request(), BodyHandlers.ofInputStream());
                begun.body().close();
                return begun.statusCode();
            }
            return http.send(request.request(), BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException e) {
            if (operation.path().endsWith(STREAM)) {
                return 200;
            }
            throw new IOException("no answer to " + request + " after " + before, e);
        } catch (IOException e) {
            throw new IOException("broken off: " + request, e);
        }
    }

    private static List<String> ids(ServiceClient client) throws Exception {
        return List.of(
                "t-u1",
                "t-u2",
                "t-s1",
                "t-s2",
                "artist-0",
                "1",
                "2",
                "t",
                "love",
                "ban",
                client.get("/api/models").at("/items/0/version").asText());
    }
}
