package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.testsupport.RawConnection;
import org.segue.testsupport.RawHttp2;
import org.segue.testsupport.Services;

/** What pages of other origins send, and requests that do not say which host they are for. */
@QuarkusTest
@TestProfile(Services.BehindProxy.class)
class ForeignPagesTest {

    private static final String BODY = "{\"user\":\"anna\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String PROXY = "127.0.0.1";
    private static final String OTHER = "127.0.0.2";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // filled in by Quarkus
    URI root;

    @ParameterizedTest
    @CsvSource({
        "nas:5000, Origin: http://nas:5000",
        "nas, Origin: http://nas",
        "NAS:80, Origin: http://nas",
        "my_nas:5000, Origin: http://my_nas:5000",
        "[::1]:5000, Origin: http://[::1]:5000",
        "nas:5000, Origin: http://nas:8080|Sec-Fetch-Site: same-origin",
        "nas:5000, Origin: null|Sec-Fetch-Site: same-origin",
        "nas:5000, Sec-Fetch-Site: none",
        "nas:5000, Origin: http://nas:5000|Sec-Fetch-Site: unheard-of",
        "nas:5000, Origin: https://segue.example.org",
        "nas:5000, X-Requested-With: a program",
    })
    void post_fromSeguesOwnPage_isAnswered(String host, String headers) throws IOException {
        assertThat(post(OTHER, host, headers)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "nas:5000, Origin: http://nas:8080, set segue.access.hosts=http://nas:8080.",
        "nas:5000, Origin: http://nas, set segue.access.hosts=http://nas.",
        "nas:5000, Origin: http://nas:8080|Sec-Fetch-Site: same-site, set segue.access.hosts=http://nas:8080.",
        "nas:443, Origin: https://nas, set segue.access.hosts=https://nas.",
        "nas, Origin: https://nas, set segue.access.hosts=https://nas.",
        "nas, Origin: http://nas:8080, tell nginx: proxy_set_header Host $http_host;.",
        "nas, Origin: https://nas|X-Forwarded-Proto: https, set segue.access.proxy.addresses=127.0.0.2.",
        "segue:5000, Origin: https://nas|X-Forwarded-Proto: https|X-Forwarded-Host: nas, other sites",
        "nas:5000, Origin: http://evil.example, other sites",
        "nas:5000, Origin: http://other_nas:5000, other sites",
        "nas:5000, Origin: http://nas.evil.example:5000, other sites",
        "nas:5000, Origin: null, other sites",
        "nas:5000, Origin: chrome-extension://nas:5000, other sites",
        "nas:5000, Sec-Fetch-Site: cross-site, other sites",
        "nas:5000, Sec-Fetch-Site: same-site, other sites",
        "nas:5000, Sec-Fetch-Site: unheard-of, other sites",
        "nas:5000, Origin: http://segue.example.org, other sites",
    })
    void post_fromAnotherOrigin_isRefused_andToldWhatToChange(String host, String headers, String words)
            throws IOException {
        assertThat(post(OTHER, host, headers)).startsWith("HTTP/1.1 403").contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "nas, Origin: https://nas|X-Forwarded-Proto: https, 200",
        "nas, Origin: https://nas|X-Forwarded-Proto: HTTPS, 200",
        "nas, Origin: https://nas|X-Forwarded-Proto: http|X-Forwarded-Proto: http;https, 200",
        "nas, Origin: https://nas|X-Forwarded-Proto: https;http, 403",
        "nas, Origin: https://nas|X-Forwarded-Proto: gopher, 403",
        "nas, Origin: https://nas, 403",
        "segue:5000, Origin: https://music.example.org|X-Forwarded-Proto: https|X-Forwarded-Host: music.example.org, 200",
        "segue:5000, Origin: http://nas:8080|X-Forwarded-Host: evil.example;nas:8080, 200",
        "segue:5000, Origin: http://evil.example|X-Forwarded-Host: evil.example;nas:8080, 403",
        "segue:5000, Origin: http://evil.example|X-Forwarded-Host: evil.example, 403",
        "nas, Origin: http://nas:8080|X-Forwarded-Port: 8080, 200",
        "nas, Origin: http://nas|X-Forwarded-Port: 8080, 403",
        "nas:8080, Origin: http://nas:8080|X-Forwarded-Port: 80, 200",
        "nas, Origin: https://nas:8443|X-Forwarded-Proto: https|X-Forwarded-Port: 443;8443, 200",
        "nas, Origin: https://nas:8443|X-Forwarded-Proto: https|X-Forwarded-Port: 8443;443, 403",
        "nas, Origin: http://nas|X-Forwarded-Port: none, 200",
    })
    void post_throughAProxy_goesByWhatItSaysLast(String host, String headers, int status) throws IOException {
        assertThat(post(PROXY, host, headers.replace(";", ", "))).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void protocol_fromAnotherOrigin_goesByItsToken() throws IOException {
        assertThat(ask(OTHER, "POST /1/submit-listens HTTP/1.1", "Host: nas|Origin: http://evil.example"))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: nas:port", "Host: nas|Host: nas", "Host: nas|Host: evil.example"})
    void request_thatNamesNoOneHost_is400(String headers) throws IOException {
        for (String path : new String[] {"/api/status", "/1/validate-token"}) {
            assertThat(ask(OTHER, "GET %s HTTP/1.1".formatted(path), headers))
                    .startsWith("HTTP/1.1 400")
                    .contains("must name one host");
        }
    }

    @Test
    void request_thatNamesNoPath_is400() throws IOException {
        assertThat(ask(OTHER, "GET ?token=x HTTP/1.1", "Host: nas")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Requested-With: a program, 200",
        "Origin: http://nas, 403",
        "Origin: http://localhost, 403",
        "Sec-Fetch-Site: same-origin, 403",
        "Host: nas|Origin: http://nas, 200",
        "Host: evil.example, 403",
        "Host: nas:port, 400",
    })
    void request_ofHttp10_needsNoHost_unlessAPageSentIt(String headers, int status) throws IOException {
        assertThat(ask(OTHER, "POST /recommend HTTP/1.0", headers)).startsWith("HTTP/1.0 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "nas:5000, '', http://nas:5000, 200",
        "'', nas:5000, http://nas:5000, 200",
        "nas:5000, '', http://nas:8080, 403",
        "'', nas:5000, http://nas:8080, 403",
        "evil.example, '', http://evil.example, 403",
        "'', evil.example, http://evil.example, 403",
        "'', '', '', 400",
        "'', '', http://nas, 400",
        "nas:port, '', '', 0",
        "nas:5000, evil.example, '', 0",
    })
    void request_ofHttp2_isHeldToTheSame(String authority, String host, String origin, int status) throws IOException {
        Http2Headers headers = new DefaultHttp2Headers()
                .method("POST")
                .scheme("http")
                .path("/recommend")
                .add("content-type", "application/json")
                .add("content-length", String.valueOf(BODY.length()));
        if (!authority.isEmpty()) {
            headers.authority(authority);
        }
        if (!host.isEmpty()) {
            headers.add("host", host);
        }
        if (!origin.isEmpty()) {
            headers.add("origin", origin);
        }
        try (RawHttp2 connection = RawHttp2.open(root.getPort(), PATIENCE)) {
            assertThat(connection.ask(headers, BODY)).isEqualTo(status);
        }
    }

    private String post(String from, String host, String headers) throws IOException {
        return ask(from, "POST /recommend HTTP/1.1", "Host: " + host + "|" + headers);
    }

    private String ask(String from, String line, String headers) throws IOException {
        try (RawConnection connection = RawConnection.open(from, root.getPort())) {
            return connection
                    .send(line + "\r\n" + (headers.isEmpty() ? "" : headers.replace("|", "\r\n") + "\r\n")
                            + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
                            + "\r\n\r\n" + BODY)
                    .read(PATIENCE);
        }
    }
}
