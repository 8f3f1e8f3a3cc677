package org.segue.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.PrefixProxy;

/** Behind a proxy that has Segue under a path, no link leads out of the path, and all of them lead somewhere. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class SubPathTest {

    private static final int ENOUGH = 60;
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"#]*)\"");

    @Inject
    Household household;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void moveIn() {
        household.moveIn();
    }

    @Test
    void everyLinkOfEveryPage_staysUnderThePath_andIsAnswered() throws Exception {
        try (PrefixProxy proxy = behindProxy()) {
            URI root = proxy.root();
            Map<URI, Integer> seen = crawl(root);

            SoftAssertions softly = new SoftAssertions();
            seen.forEach((address, status) -> {
                softly.assertThat(address.toString()).startsWith(root.toString());
                softly.assertThat(status).as("%s", address).isEqualTo(200);
            });
            softly.assertAll();
            assertThat(seen.keySet().stream().map(URI::getPath))
                    .contains("/music/map", "/music/models", "/music/imports", "/music/sign-in", "/music/people/ann5")
                    .anyMatch(path -> path.startsWith("/music/songs/"))
                    .anyMatch(path -> path.startsWith("/music/artists/"))
                    .anyMatch(path -> path.startsWith("/music/assets/"));
        }
    }

    private static PrefixProxy behindProxy() throws IOException {
        return new PrefixProxy("/music", URI.create("http://127.0.0.1:" + RestAssured.port));
    }

    private Map<URI, Integer> crawl(URI root) throws IOException, InterruptedException {
        Map<URI, Integer> seen = new LinkedHashMap<>();
        ArrayDeque<URI> waiting = new ArrayDeque<>();
        waiting.add(root.resolve("?user=ann5&n=5"));
        while (!waiting.isEmpty() && seen.size() < ENOUGH) {
            URI address = waiting.remove();
            if (seen.containsKey(address)) {
                continue;
            }
            HttpResponse<String> page = get(address);
            seen.put(address, page.statusCode());
            if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                    && !address.getPath().contains("/q/")) {
                links(page.body()).forEach(link -> waiting.add(address.resolve(link)));
            }
        }
        return seen;
    }

    // Where forms lead that change something, nobody goes by a link; and what is outside says so.
    private static Iterable<String> links(String page) {
        Matcher link = LINK.matcher(page.replaceAll("<form[^>]* method=\"post\"[^>]*>", "")
                .replaceAll("<a [^>]* rel=\"external noreferrer\"[^>]*>", ""));
        return link.results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(found -> !found.isEmpty())
                .toList();
    }

    @Test
    void apiDescription_andItsPage_stayUnderThePath() throws Exception {
        try (PrefixProxy proxy = behindProxy()) {
            URI page = proxy.root().resolve("q/swagger-ui/");
            HttpResponse<String> html = get(page);
            assertThat(html.statusCode()).isEqualTo(200);
            Matcher description = Pattern.compile("url: ?['\"]([^'\"]+)['\"]").matcher(html.body());
            assertThat(description.find()).isTrue();
            URI openapi = page.resolve(description.group(1));
            assertThat(openapi.getPath()).isEqualTo("/music/q/openapi");

            String document = get(openapi).body();
            Matcher server =
                    Pattern.compile("servers:\\s*- url: ?\"?([^\\s\"]+)").matcher(document);
            assertThat(server.find()).as(document.substring(0, 400)).isTrue();
            assertThat(openapi.resolve(server.group(1))).isEqualTo(proxy.root());
        }
    }

    @Test
    void redirects_andPlacesOfNewJobs_stayUnderThePath() throws Exception {
        try (PrefixProxy proxy = behindProxy()) {
            URI imports = proxy.root().resolve("api/imports?source=home");
            HttpResponse<String> accepted = send(HttpRequest.newBuilder(imports)
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofString("user,song\nann5,a11\n")));
            assertThat(accepted.statusCode()).isEqualTo(202);
            URI job = imports.resolve(accepted.headers().firstValue("Location").orElseThrow());
            assertThat(job.getPath()).startsWith("/music/api/imports/");
            assertThat(get(job).statusCode()).isEqualTo(200);
            send(HttpRequest.newBuilder(job).DELETE());
        }
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html,*/*"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("Authorization", "Bearer " + AdministratorHeader.TOKEN)
                        .build(),
                BodyHandlers.ofString());
    }
}
