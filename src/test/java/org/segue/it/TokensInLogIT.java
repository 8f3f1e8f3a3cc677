package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.RawConnection;
import org.segue.testsupport.RawHttp2;
import org.segue.testsupport.ServiceProcess;

/** However a token comes, and whatever becomes of the request: no log has it, that of all accesses included. */
class TokensInLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where a token may stand: a request without the end of its first line. */
    private static final List<String> REQUESTS = List.of(
            "GET /1/validate-token?token=TOKEN %s",
            "GET /1/validate-token?x=%%zz&token=TOKEN %s",
            "GET /1//validate-token/?token=TOKEN %s",
            "GET /apis/listenbrainz/1/validate-token?token=TOKEN %s",
            "GET http://nas/1/validate-token?token=TOKEN %s",
            "GET ?token=TOKEN %s",
            "GET /;x?token=TOKEN %s",
            "GET /nothing?token=TOKEN %s",
            "GET /api/users/nobody?token=TOKEN %s",
            "GET /api/users?limit=TOKEN %s",
            "GET /1/validate-token %s\r\nAuthorization: Token TOKEN",
            "GET /1/validate-token %s\r\nAuthorization: TOKEN",
            "GET /api/tokens %s\r\nAuthorization: Bearer TOKEN",
            "GET /api/tokens %s\r\nCookie: segue-session=TOKEN",
            "GET /api/tokens %s\r\nCookie: TOKEN",
            "GET /api/tokens %s\r\nReferer: http://nas/?token=TOKEN",
            "PUT /1/submit-listens?token=TOKEN %s\r\nContent-Length: 0",
            "POST /1/submit-listens %s\r\nAuthorization: Token TOKEN\r\nContent-Length: 1\r\n\r\n{",
            "POST /sign-in %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 42\r\n\r\ntoken=TOKEN",
            "POST /sign-in %s\r\nOrigin: http://evil.example\r\nContent-Length: 42\r\n\r\ntoken=TOKEN",
            "POST /sign-in %s\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 42\r\n\r\ntoken=TOKEN",
            "POST /api/session %s\r\nContent-Type: application/json\r\nContent-Length: 36\r\n\r\nTOKEN",
            "POST /api/session %s\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"tokens\":\"TOKEN\"}",
            "POST /api/session %s\r\nContent-Type: application/json\r\nContent-Length: 48\r\n\r\n{\"token\":\"TOKEN\"}",
            "BREW /?token=TOKEN %s");

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(
                ServiceProcess.freshFolder("tokens-in-log"), Map.of(), List.of("quarkus.http.access-log.enabled=true"));
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void tokens_rightAndWrong_areInNoLog() throws Exception {
        String right = service.client()
                .post("/api/tokens", "{\"user\":\"anna\",\"name\":\"player\"}")
                .get("token")
                .textValue();
        String wrong = "11111111-2222-3333-4444-555555555555";
        String session = session(right);
        for (String secret : List.of(right, wrong, session)) {
            askInEveryWay(secret);
        }
        service.stop();

        assertThat(service.log()).contains("/1/validate-token").contains("Answered with 400");
        for (String secret : List.of(right, wrong, session, AdministratorHeader.TOKEN)) {
            assertThat(service.log().lines().filter(line -> line.contains(secret)))
                    .as("lines of the log with a token")
                    .isEmpty();
        }
    }

    private static void askInEveryWay(String token) throws Exception {
        for (String request : REQUESTS) {
            String filled = request.replace("TOKEN", token);
            ask(filled.formatted("HTTP/1.1\r\nHost: nas\r\nConnection: close"));
            ask(filled.formatted("HTTP/1.1\r\nHost: rebound.example\r\nConnection: close"));
            ask(filled.formatted("HTTP/1.1\r\nConnection: close"));
            ask(filled.formatted("HTTP/1.0"));
        }
        for (String authority : List.of("nas", "rebound.example", "")) {
            askByHttp2(authority, token);
        }
    }

    private static void ask(String request) throws Exception {
        try (RawConnection connection = RawConnection.open("127.0.0.1", port())) {
            assertThat(connection.send(request + "\r\n\r\n").read(PATIENCE)).isNotEmpty();
        }
    }

    private static void askByHttp2(String authority, String token) throws Exception {
        DefaultHttp2Headers headers = new DefaultHttp2Headers();
        headers.method("GET")
                .scheme("http")
                .path("/1/validate-token?token=" + token)
                .add("authorization", "Token " + token);
        if (!authority.isEmpty()) {
            headers.authority(authority);
        }
        try (RawHttp2 connection = RawHttp2.open(port(), PATIENCE)) {
            assertThat(connection.ask(headers, "")).isPositive();
        }
    }

    private static String session(String token) throws Exception {
        String form = "token=" + token;
        try (RawConnection connection = RawConnection.open("127.0.0.1", port())) {
            String answer = connection
                    .send(
                            "POST /sign-in HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form)
                    .read(PATIENCE);
            Matcher cookie =
                    Pattern.compile("(?i)set-cookie: segue-session=([^;]+)").matcher(answer);
            assertThat(cookie.find()).as(answer).isTrue();
            return cookie.group(1);
        }
    }

    private static int port() {
        return URI.create(service.client().root()).getPort();
    }
}
