package org.segue.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to requests that cannot be read: in words, in the shape that their address has for it, and never 500. */
@QuarkusTest
class UnreadableRequestsTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String MULTIPART = "multipart/form-data; boundary=x";
    private static final Matcher<String> NO_JAVA =
            not(Matchers.matchesPattern(Pattern.compile("(?s).*(input string|Exception|java|jackson|HTTP 4).*")));

    private static RequestSpecification multipart(String body) {
        return given().config(Raw.CONFIG)
                .contentType(MULTIPART)
                .body(body.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x|True--x--|",
                "--x|Content-Disposition: form-data; name=\"file\"; filename=\"a\"||user,song|a,b|",
                "--x|Content-Disposition: form-data; name=\"file\"; filename*=none''%%||a|--x--|",
            })
    void multipartThatIsNone_is400_onAllThreePaths(String body) {
        for (String path : new String[] {"/api/imports", "/api/imports/preview"}) {
            problem(multipart(body).post(path).then(), 400);
        }
        multipart(body)
                .accept("text/html")
                .post("/imports")
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8");
    }

    @Test
    void formWithMoreFieldsThanAnyHas_is400() {
        given().config(Raw.CONFIG)
                .contentType("application/x-www-form-urlencoded")
                .body("a=1&".repeat(1500).getBytes(StandardCharsets.UTF_8))
                .accept("text/html")
                .post("/sign-in")
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<h1>Couldn’t do that</h1>"))
                .body(containsString("The body is not the form that its Content-Type says."))
                .body(containsString("<a href=\"./\">Go to the home page</a>"));
    }

    @Test
    void multipartWithAnEmptyBoundary_is400() {
        String type = "multipart/form-data; boundary=";
        problem(
                given().config(Raw.binary(type))
                        .contentType(type)
                        .body(new byte[] {'-', '-'})
                        .post("/api/imports")
                        .then(),
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/imports/", "/api/trainings/", "/api/tokens/"})
    void numberInAPath_thatNothingCanHave_isNotFound(String path) {
        for (String number : new String[] {"2147483648", "abc", "-1"}) {
            problem(given().delete(path + number).then(), 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/map, limit, abc, limit must be a whole number.",
        "/api/songs, limit, 99999999999, limit must be less than or equal to 500.",
        "/api/songs, limit, 0, limit must be greater than or equal to 1.",
        "/api/users, cursor, -1, cursor must be greater than or equal to 0.",
        "/api/users/nobody/listens, cursor, x, cursor must be the `next` of the part before.",
    })
    void valueOfAQuery_outOfRange_isAViolationOfItsParameter(
            String path, String parameter, String value, String words) {
        problem(given().queryParam(parameter, value).get(path).then(), 422)
                .body("detail", equalTo(words))
                .body("violations.size()", equalTo(1))
                .body("violations[0].field", equalTo(parameter))
                .body("violations[0].in", equalTo("query"));
    }

    @Test
    void valuesOfABody_outOfRange_areViolationsOfItsFields() {
        problem(recommend("{\"users\":[\"a\",null],\"n\":0,\"seeds\":[{\"song\":\"a\",\"weight\":-1}]}"), 422)
                .body("violations.field", equalTo(java.util.List.of("n", "seeds[0].weight", "users[1]")))
                .body("violations.in", Matchers.everyItem(equalTo("body")));
    }

    @ParameterizedTest
    @CsvSource({
        "offset, abc, offset must be a whole number.",
        "count, -1, count must be greater than or equal to 0.",
        "count, -99999999999, count must be greater than or equal to 0.",
    })
    void numberOfAPlayer_outOfRange_isThePlayersError(String parameter, String value, String words) {
        given().queryParam(parameter, value)
                .get("/1/feedback/user/nobody/get-feedback")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("code", equalTo(400))
                .body("error", equalTo(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1] | The body must be a JSON object.",
                "{\"user\":\"a\" | The body is not JSON: see line 1, column",
                "nul | The body is not JSON: see line 1, column",
                "{\"user\":\"a\",\"user\":\"b\"} | The body is not JSON with each field once",
                "{\"user\":\"a\",\"n\":1.5} | n is \"1.5\", expected a whole number.",
            })
    void jsonThatCannotBeRead_isRefusedInWords(String body, String words) {
        problem(recommend(body), 400).body("detail", startsWith(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"501", "2147483648", "99999999999999999999999", "1e12"})
    void wholeNumber_largerThanAny_isRefusedByTheLimitOfItsField(String n) {
        problem(recommend("{\"user\":\"a\",\"n\":%s}".formatted(n)), 422)
                .body("detail", equalTo("n must be less than or equal to 500."));
    }

    @Test
    void numberWithoutLimits_isRefusedByThoseOfAllNumbers() {
        String limits = "seed must be a whole number from -9223372036854775808 to 9223372036854775807.";
        problem(
                        given().contentType("application/json")
                                .body("{\"seed\":99999999999999999999}")
                                .post("/api/trainings")
                                .then(),
                        400)
                .body("detail", equalTo(limits));
        problem(
                        given().contentType("text/csv")
                                .body("user,song\na,b\n")
                                .post("/api/imports?seed=99999999999999999999")
                                .then(),
                        422)
                .body("detail", equalTo(limits));
    }

    @Test
    void wholeNumber_mayHaveADecimalPoint() {
        recommend("{\"user\":\"nobody\",\"n\":10.0}").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000000000", "\"4000000000\"", "\"\"", "\"2030-01-01\"", "true"})
    void time_thatIsNoneOfRfc3339_isRefused(String time) {
        problem(
                        given().contentType("application/json")
                                .body("{\"verdict\":\"ban\",\"until\":%s}".formatted(time))
                                .put("/api/users/nobody/feedback/songs/none")
                                .then(),
                        400)
                .body("violations[0].field", equalTo("until"))
                .body("detail", containsString("expected a time like 2030-01-01T00:00:00Z"));
    }

    @Test
    void typeThatIsNotTaken_isRefusedInWords() {
        problem(given().contentType("text/plain").body("x").post("/recommend").then(), 415)
                .body("detail", equalTo("This address takes no body of this Content-Type."));
    }

    @Test
    void addressOfAProblem_isAReference() {
        problem(given().urlEncodingEnabled(false).get("/api/users/%C3%A9%07").then(), 404)
                .body("instance", equalTo("/api/users/%C3%A9%07"));
    }

    @Test
    void addressThatIsTooLong_is414WithWords() {
        problem(given().queryParam("q", "x".repeat(5000)).get("/api/songs").then(), 414);
        given().get("/1/user/" + "x".repeat(5000) + "/listens")
                .then()
                .statusCode(414)
                .contentType("application/json")
                .body("code", equalTo(414));
    }

    @Test
    void headersThatAreTooLong_are431WithWords() {
        problem(given().header("X-Long", "x".repeat(17_000)).get("/api/status").then(), 431);
    }

    private static ValidatableResponse recommend(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/recommend")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(PROBLEM)
                .body("status", equalTo(status))
                .body("detail", Matchers.not(Matchers.emptyOrNullString()))
                .body(NO_JAVA);
    }
}
