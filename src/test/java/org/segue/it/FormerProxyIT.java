package org.segue.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segue.testsupport.AdministratorHeader;
import org.segue.testsupport.ReverseProxy;
import org.segue.testsupport.ReverseProxy.Kind;
import org.segue.testsupport.ServiceProcess;

/**
 * Behind proxies as Segue's documentation set them up until November 2026, and with the settings of then: browsers that say more
 * than an origin go on, others are told the line that helps.
 */
class FormerProxyIT {

    private static final Path EXAMPLES = Path.of("src", "test", "resources", "proxies");

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        folder = ServiceProcess.freshFolder("former-proxy");
        service = started("unset", List.of());
    }

    private static ServiceProcess started(String name, List<String> settings) throws Exception {
        return ServiceProcess.start(ServiceProcess.freshFolder("former-proxy-" + name), Map.of(), settings);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"NGINX, false", "NGINX, true", "CADDY, false", "CADDY, true"})
    void browserOfToday_andPrograms_goOn(Kind kind, boolean tls) throws Exception {
        try (ReverseProxy proxy = proxy(kind, tls, service)) {
            for (String headers : List.of(
                    "Origin: " + proxy.origin() + "\r\nSec-Fetch-Site: same-origin",
                    "Origin: null\r\nSec-Fetch-Site: same-origin",
                    "X: program")) {
                assertThat(signIn(proxy, headers)).as(headers).startsWith("HTTP/1.1 303");
            }
            assertThat(proxy.ask("GET /segue/", "")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @CsvSource({"NGINX, false", "NGINX, true", "CADDY, false", "CADDY, true"})
    void anotherOrigin_isRefused(Kind kind, boolean tls) throws Exception {
        try (ReverseProxy proxy = proxy(kind, tls, service)) {
            for (String origin : List.of("http://evil.example", "http://127.0.0.1:1", "null")) {
                assertThat(signIn(proxy, "Origin: " + origin)).as(origin).startsWith("HTTP/1.1 403");
            }
        }
    }

    @Test
    void nginx_leavesThePortOut_isToldSo_andThenGoesOn() throws Exception {
        String former = Files.readString(EXAMPLES.resolve("former.nginx"));
        try (ReverseProxy proxy = proxy(Kind.NGINX, former, false, service)) {
            assertThat(signIn(proxy, "Origin: " + proxy.origin()))
                    .startsWith("HTTP/1.1 403")
                    .contains("tell nginx: proxy_set_header Host $http_host;");
        }
        String mended = former.replace("proxy_set_header Host $host;", "proxy_set_header Host $http_host;");
        try (ReverseProxy proxy = proxy(Kind.NGINX, mended, false, service)) {
            assertThat(signIn(proxy, "Origin: " + proxy.origin())).startsWith("HTTP/1.1 303");
        }
    }

    @Test
    void caddy_withoutTls_goesOn() throws Exception {
        try (ReverseProxy proxy = proxy(Kind.CADDY, false, service)) {
            assertThat(signIn(proxy, "Origin: " + proxy.origin())).startsWith("HTTP/1.1 303");
        }
    }

    @Test
    void caddy_thatIsNotNamed_isTold_andGoesOnWithTheSetting() throws Exception {
        String setting = "segue.access.proxy.addresses=127.0.0.1";
        try (ReverseProxy proxy = proxy(Kind.CADDY, true, service)) {
            assertThat(signIn(proxy, "Origin: " + proxy.origin()))
                    .startsWith("HTTP/1.1 403")
                    .contains("set " + setting + ".");
        }
        try (ServiceProcess mended = started("named", List.of(setting));
                ReverseProxy proxy = proxy(Kind.CADDY, true, mended)) {
            assertThat(signIn(proxy, "Origin: " + proxy.origin()))
                    .startsWith("HTTP/1.1 303")
                    .contains("Secure");
        }
    }

    @Test
    void nginx_withTlsAtAnOddPort_isToldTheOrigin_andGoesOnWithIt() throws Exception {
        try (ReverseProxy proxy = proxy(Kind.NGINX, true, service)) {
            assertThat(signIn(proxy, "Origin: " + proxy.origin()))
                    .startsWith("HTTP/1.1 403")
                    .contains("set segue.access.hosts=" + proxy.origin() + ".");
        }
        try (ServiceProcess mended = started("hosts", List.of("segue.access.hosts=https://127.0.0.1:1"));
                ReverseProxy proxy = proxy(Kind.NGINX, true, mended)) {
            assertThat(signIn(proxy, "Origin: https://127.0.0.1:1")).startsWith("HTTP/1.1 303");
        }
    }

    private static String signIn(ReverseProxy proxy, String headers) throws Exception {
        return proxy.form("/segue/sign-in", headers, "token=" + AdministratorHeader.TOKEN);
    }

    private static ReverseProxy proxy(Kind kind, boolean tls, ServiceProcess before) throws Exception {
        String example = kind == Kind.NGINX ? "former.nginx" : "former.caddy";
        return proxy(kind, Files.readString(EXAMPLES.resolve(example)), tls, before);
    }

    private static ReverseProxy proxy(Kind kind, String example, boolean tls, ServiceProcess before) throws Exception {
        Path own = ServiceProcess.freshFolder(folder.getFileName() + "-" + kind);
        return ReverseProxy.startOrSkip(
                kind, example, own, tls, URI.create(before.client().root()).getPort(), 0);
    }
}
