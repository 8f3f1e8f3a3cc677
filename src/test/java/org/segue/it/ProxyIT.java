package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.RawConnection;
import org.segue.testsupport.ReverseProxy;
import org.segue.testsupport.ReverseProxy.Kind;
import org.segue.testsupport.ServiceProcess;
import org.segue.testsupport.ServiceTables;

/** Behind the proxies of {@code data/docs/operations.md}, set up as it says there. */
class ProxyIT {

    private static final String LONG = "{\"dimension\":16,\"epochs\":10000,\"tune\":false,\"evaluate\":false}";
    private static final String BEARER = "Authorization: Bearer " + AdministratorHeader.TOKEN;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int WRONG_TOKENS = 20;
    private static final int UPLOAD_BYTES = 30 << 20;

    private static final Map<Kind, ReverseProxy> PROXIES = new EnumMap<>(Kind.class);

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ServiceProcess service;

    @SuppressWarnings("NullAway.Init")
    private static String training;

    @BeforeAll
    static void startTraining() throws Exception {
        folder = ServiceProcess.freshFolder("proxy");
        service = ServiceProcess.start(
                ServiceProcess.freshFolder("proxy-service"),
                Map.of(),
                List.of("segue.access.proxy.addresses=127.0.0.1", "segue.access.proxy.administrators=root"));
        Path table = ServiceTables.write(folder.resolve("table.csv"), "t", 2_000, 3_000, 20, 1);
        service.client().awaitEnd("/api/imports/" + service.client().upload("", List.of(table)));
        training = "/api/trainings/"
                + service.client().post("/api/trainings", LONG).get("id");
    }

    @AfterAll
    static void end() throws Exception {
        for (ReverseProxy proxy : PROXIES.values()) {
            proxy.close();
        }
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void pagesUnderThePath_andWhatTheyLoad_areThere(Kind kind) throws Exception {
        String page = ask(kind, "GET /segue/sign-in", "");

        assertThat(page).startsWith("HTTP/1.1 200").contains("type=\"password\"");
        Matcher style =
                Pattern.compile("href=\"(?:\\./)?([^\"?]+\\.css[^\"]*)\"").matcher(page);
        assertThat(style.find()).as(page).isTrue();
        assertThat(ask(kind, "GET /segue/" + style.group(1), "")).startsWith("HTTP/1.1 200");
        assertThat(ask(kind, "GET /segue/", "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @EnumSource
    void signIn_ofSeguesOwnPage_works_ofABrowserOldAndNew(Kind kind) throws Exception {
        for (String headers : List.of(
                "Origin: " + origin(kind),
                "Origin: " + origin(kind) + "\r\nSec-Fetch-Site: same-origin",
                "X: program")) {
            String answer = signIn(kind, headers);

            assertThat(answer).startsWith("HTTP/1.1 303").containsIgnoringCase("Set-Cookie: segue-session=");
            assertThat(answer).contains("Path=/segue;").doesNotContain("Secure");
            Matcher location = Pattern.compile("(?i)\r\nLocation: (\\S+)").matcher(answer);
            assertThat(location.find()).as(answer).isTrue();
            assertThat(URI.create(origin(kind) + "/segue/sign-in").resolve(location.group(1)))
                    .hasPath("/segue/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void signIn_ofAnotherOrigin_isRefused(Kind kind) throws Exception {
        for (String headers : List.of(
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Origin: https" + origin(kind).substring("http".length()),
                "Origin: http://evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Port: 80",
                "Origin: " + origin(kind) + "0\r\nSec-Fetch-Site: same-site")) {
            assertThat(signIn(kind, headers)).as(headers).startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @EnumSource
    void remoteUser_fromOutside_isNobody(Kind kind) throws Exception {
        assertThat(ask(kind, "GET /segue/api/tokens", "Remote-User: root")).startsWith("HTTP/1.1 401");
        assertThat(ask(kind, "GET /segue/api/tokens", "remote-user: root\r\nRemote-User: root"))
                .startsWith("HTTP/1.1 401");
        assertThat(ask(kind, "GET /segue/api/tokens", BEARER)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @EnumSource
    void wrongTokens_ofOneClient_shutOutNobodyElse(Kind kind) throws Exception {
        String guesser = kind.client(2);
        String neighbor = kind.client(3);
        for (int i = 0; i < WRONG_TOKENS; i++) {
            assertThat(ask(
                            guesser,
                            kind,
                            "GET /segue/api/status",
                            "Authorization: Bearer guess\r\nX-Forwarded-For: 192.0.2." + i))
                    .startsWith("HTTP/1.1 401");
        }

        assertThat(ask(guesser, kind, "GET /segue/api/tokens", BEARER)).startsWith("HTTP/1.1 429");
        assertThat(ask(guesser, kind, "GET /segue/api/tokens", BEARER + "\r\nX-Forwarded-For: " + neighbor))
                .startsWith("HTTP/1.1 429");
        assertThat(ask(neighbor, kind, "GET /segue/api/tokens", BEARER)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @EnumSource
    void event_comesAtOnce_ifNoneFollows(Kind kind) throws Exception {
        try (RawConnection connection = proxy(kind).open("127.0.0.1", "GET /segue" + training + "/events", "", "")) {
            assertThat(connection.readUntil("data:", PATIENCE)).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @EnumSource
    void upload_ofAWholeHistory_passes(Kind kind) throws Exception {
        String row = "anna,s%d,1," + "x".repeat(1 << 10) + "\n";
        StringBuilder table = new StringBuilder("user,song,plays,remark\n");
        for (int i = 0; table.length() < UPLOAD_BYTES; i++) {
            table.append(row.formatted(i));
        }

        String answer = proxy(kind)
                .ask(
                        "127.0.0.1",
                        "POST /segue/api/imports?source=" + kind.name().toLowerCase(Locale.ROOT),
                        BEARER + "\r\nContent-Type: text/csv",
                        table.toString());

        assertThat(answer).startsWith("HTTP/1.1 202");
    }

    private static String signIn(Kind kind, String headers) throws Exception {
        return proxy(kind).form("/segue/sign-in", headers, "token=" + AdministratorHeader.TOKEN);
    }

    private static String ask(Kind kind, String line, String headers) throws Exception {
        return proxy(kind).ask(line, headers);
    }

    private static String ask(String from, Kind kind, String line, String headers) throws Exception {
        return proxy(kind).ask(from, line, headers, "");
    }

    private static String origin(Kind kind) throws Exception {
        return proxy(kind).origin();
    }

    private static ReverseProxy proxy(Kind kind) throws Exception {
        ReverseProxy running = PROXIES.get(kind);
        if (running == null) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            running = ReverseProxy.startOrSkip(
                    kind,
                    ReverseProxy.example(name),
                    folder.resolve(name),
                    false,
                    URI.create(service.client().root()).getPort(),
                    0);
            PROXIES.put(kind, running);
        }
        return running;
    }
}
