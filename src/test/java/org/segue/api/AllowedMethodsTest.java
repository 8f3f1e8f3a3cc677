package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which methods an address takes is the same in its description, in its refusals, and to who asks. */
@QuarkusTest
class AllowedMethodsTest {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "TRACE", "PROPFIND");

    @Test
    void everyAddressOfTheDescription_refusesAllOtherMethods_andNamesItsOwn() {
        JsonPath api = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = api.getMap("paths");
        assertThat(paths).hasSizeGreaterThan(40);
        SoftAssertions softly = new SoftAssertions();
        paths.forEach((path, operations) -> assertMethods(softly, path, allowed(operations.keySet())));
        softly.assertAll();
    }

    private static void assertMethods(SoftAssertions softly, String template, Set<String> allowed) {
        String path = template.replaceAll("\\{\\w+}", "1");
        for (String method : METHODS) {
            if (!allowed.contains(method)) {
                var answer = given().request(method, path);
                softly.assertThat(answer.statusCode()).as(method + ' ' + path).isEqualTo(405);
                softly.assertThat(methods(answer.header("Allow"))).as(path).isEqualTo(allowed);
            }
        }
        var answer = given().options(path);
        softly.assertThat(answer.statusCode()).as(path).isEqualTo(200);
        softly.assertThat(methods(answer.header("Allow"))).as(path).isEqualTo(allowed);
    }

    private static Set<String> allowed(Set<String> operations) {
        Set<String> allowed = new TreeSet<>(Set.of("OPTIONS"));
        for (String operation : operations) {
            String method = operation.toUpperCase(Locale.ROOT);
            if (METHODS.contains(method)) {
                allowed.add(method);
            }
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    private static Set<String> methods(String header) {
        return header == null ? Set.of() : new TreeSet<>(Set.of(header.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /search, 'GET, HEAD, OPTIONS'",
        "DELETE, /imports, 'GET, HEAD, OPTIONS, POST'",
        "GET, /imports/5/undo, 'OPTIONS, POST'",
        "TRACE, /, 'GET, HEAD, OPTIONS'",
    })
    void pages_nameTheirMethodsToo(String method, String path, String allowed) {
        given().request(method, path).then().statusCode(405).header("Allow", equalTo(allowed));
    }

    @Test
    void page_whoseMethodIsNone_isRefusedByAPage() {
        given().accept("text/html")
                .get("/imports/5/undo")
                .then()
                .statusCode(405)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<h1>Method Not Allowed</h1><p>This address takes OPTIONS, POST alone.</p>"));
    }

    @Test
    void methodOfAPlayer_thatIsNotTaken_isThePlayersError() {
        given().get("/1/submit-listens")
                .then()
                .statusCode(405)
                .contentType("application/json")
                .header("Allow", equalTo("OPTIONS, POST"))
                .body("code", equalTo(405))
                .body("error", equalTo("This address takes OPTIONS, POST alone."));
    }

    @Test
    void addressWithNothingAtIt_isNotFound() {
        given().request("TRACE", "/api/nothing").then().statusCode(404);
        given().options("/api/imports/5/nothing").then().statusCode(404);
    }
}
