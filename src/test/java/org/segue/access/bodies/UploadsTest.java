package org.segue.access.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.api.Jobs;
import org.segue.storage.DataFolder;
import org.segue.testsupport.AdministratorHeader;

/** Files on their way to disk. */
@QuarkusTest
class UploadsTest {

    private static final String API = "/api/imports";
    private static final String PREVIEW = "/api/imports/preview";
    private static final String PAGE = "/imports";
    private static final String FORM = "multipart/form-data; boundary=x";
    private static final String PART = part("file\"; filename=\"my.csv");
    private static final String END = "\r\n--x--\r\n";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @Inject
    DataFolder folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void nothingIsLeft() {
        Jobs.eventually(() -> assertThat(incoming()).isEmptyDirectory());
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "text/csv"})
    void fileOfManyBlocks_isKeptByteForByte(String type) throws Exception {
        String table = IntStream.range(0, 200_000)
                .mapToObj(i -> "up-%d,s%d,%d".formatted(i % 7, i % 1000, i % 90 + 1))
                .collect(Collectors.joining("\r\n", "user,song,plays\r\n", ""));

        String answer = post(PREVIEW, type, type.equals(FORM) ? PART + table + END : table)
                .body();

        Path kept = folder.root().resolve("uploads").resolve("later-" + new JsonPath(answer).getString("upload"));
        assertThat(kept.resolve("0.data")).hasContent(table);
        assertThat(kept.resolve("0.name")).hasContent(type.equals(FORM) ? "my.csv" : "body");
    }

    @ParameterizedTest
    @ValueSource(strings = {API, PREVIEW, PAGE})
    void formThatIsNone_orEndsTooEarly_is400InWords(String path) throws Exception {
        for (String body : new String[] {
            "", "nonsense", "--y\r\nnonsense", PART, PART + "1,2", PART + "1,2\r\n--x", "--x\r\n\r\n1" + END
        }) {
            assertRefused(post(path, FORM, body + " "), path, 400, body);
        }
        assertRefused(post(path, "multipart/form-data", PART + "1,2" + END), path, 400, "no boundary");
        assertRefused(post(path, FORM, "--x\r\n" + "a".repeat(100_000)), path, 400, "a head without an end");
        assertRefused(post(path, FORM, part("user") + "u".repeat(9_000) + END), path, 400, "a long field");
        assertRefused(post(path, FORM, part("file") + "1,2" + END), path, 400, "a text in the place of a file");
        assertRefused(post(path, FORM, (part("user") + "u\r\n").repeat(1001) + "--x--"), path, 400, "many parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {API, PREVIEW, PAGE})
    void formWithoutFiles_is422(String path) throws Exception {
        assertThat(post(path, FORM, "--x--\r\n").statusCode()).isEqualTo(422);
        assertThat(post(path, FORM, part("note") + "no file" + END).statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({API + ", text/csv", API + ", " + FORM, PREVIEW + ", text/csv", PREVIEW + ", " + FORM, PAGE + ", " + FORM
    })
    void diskThatTakesNothing_is503InWords(String path, String type) throws Exception {
        Files.delete(incoming());
        // Whoever may write everywhere cannot write into a folder that is none.
        Files.createFile(incoming());
        try {
            assertRefused(post(path, type, type.equals(FORM) ? PART + "user,song" + END : "user,song"), path, 503, "");
        } finally {
            Files.delete(incoming());
            Files.createDirectory(incoming());
        }
    }

    @Test
    void clientThatGoesAway_leavesNothing() throws Exception {
        try (RawRequest connection = new RawRequest(root)) {
            connection
                    .head(
                            "POST " + API,
                            "Authorization: Bearer " + AdministratorHeader.TOKEN,
                            "Content-Type: " + FORM,
                            "Content-Length: 1000000")
                    .send(PART + "1".repeat(500_000));
            Jobs.eventually(() -> assertThat(incoming()).isDirectoryContaining(file -> sizeOf(file) > 100_000));
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static String part(String name) {
        return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(name);
    }

    private static void assertRefused(HttpResponse<String> response, String path, int status, String what) {
        assertThat(response.statusCode()).as(what).isEqualTo(status);
        if (path.equals(PAGE)) {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(response.body()).contains(status == 400 ? "upload is incomplete" : "save the files");
        } else {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(new JsonPath(response.body()).getString("detail")).endsWith(".");
        }
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                .header("Content-Type", type)
                .header("Accept", path.equals(PAGE) ? "text/html" : "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private Path incoming() {
        return folder.root().resolve("incoming");
    }
}
