package org.segue.web.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.segue.access.Asking.bearer;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;
import org.segue.api.Jobs;
import org.segue.web.Forms;

/** Verdicts on the pages of songs and artists. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class FeedbackFormsTest {

    @BeforeEach
    void bring() {
        Jobs.imported(given().contentType("text/csv; charset=UTF-8")
                .body("song,title,artist,user,plays\nj1,Judged <i>,Jude,judith,3\n")
                .queryParam("source", "judging"));
        tokenOf("Jörg Judge");
    }

    @Test
    void administrator_saysWhoseVerdictItIs_byName() {
        judge(given(), "songs/j1", "jörg judge", "love")
                .statusCode(200)
                .body(containsString("Loved: Judged &lt;i&gt; for Jörg Judge"));
        judge(given(), "artists/jude", "judith", "ban")
                .statusCode(200)
                .body(containsString("Don’t recommend: Jude for judith"));

        String jorg = given().get("/api/users?q=jörg").jsonPath().getString("items[0].id");
        assertThat(verdicts(jorg)).isEqualTo(Map.of("j1", "love"));
        assertThat(verdicts("judith")).isEqualTo(Map.of("jude", "ban"));
    }

    @Test
    void user_judgesForThemselvesAlone() {
        String token = tokenOf("judy");
        bearer(token)
                .get("/songs/j1")
                .then()
                .body(
                        containsString("type=\"hidden\" name=\"user\" value=\"judy\""),
                        not(containsString("id=\"judge\"")));

        judge(bearer(token), "songs/j1", "judy", "dislike").statusCode(200).body(containsString("Disliked: Judged"));
        judge(bearer(token), "songs/j1", "judith", "dislike").statusCode(403);
        judge(bearer(token), "songs/j1", "no-such-body", "dislike").statusCode(403);
        judge(nobody(), "songs/j1", "judy", "dislike").statusCode(303);

        assertThat(verdicts("judy")).isEqualTo(Map.of("j1", "dislike"));
        nobody().get("/songs/j1")
                .then()
                .statusCode(200)
                .body(
                        not(containsString("name=\"verdict\"")),
                        containsString("Sign in to give feedback."),
                        containsString("href=\"../sign-in?to=songs/j1&amp;song=j1&amp;verdict=love\""));
    }

    @Test
    void feedback_isShown_andGivenAgainIsRemoved() {
        String token = tokenOf("juno");
        judge(bearer(token), "songs/j1", "juno", "love").body(containsString(pressed("love")));
        bearer(token)
                .get("/songs/j1")
                .then()
                .body(containsString(pressed("love")), containsString("name=\"pressed\" value=\"love\""));
        Map<String, String> again = Map.of("user", "juno", "verdict", "love", "pressed", "love", "by", "juno");
        Forms.send(bearer(token), "/songs/j1", again)
                .statusCode(200)
                .body(containsString("Feedback removed: Judged"), not(containsString(pressed("love"))));
        assertThat(verdicts("juno")).isEmpty();
        Forms.send(bearer(token), "/songs/j1", with(again, "")).statusCode(200);
        assertThat(verdicts("juno")).as("a form that was sent twice").isEmpty();
    }

    @Test
    void administrator_goesOnForTheListenerOfBefore() {
        String kept = judge(given(), "songs/j1", "jörg judge", "love").extract().cookie("segue-feedback-as");
        given().cookie("segue-feedback-as", kept)
                .get("/songs/j1")
                .then()
                .body(
                        containsString("name=\"user\" type=\"text\" value=\"Jörg Judge\""),
                        containsString(pressed("love")));
        given().cookie("segue-feedback-as", "%zz").get("/songs/j1").then().statusCode(200);
    }

    @Test
    void whoHasToSignInFirst_comesBackWithTheFeedbackGiven() {
        String token = tokenOf("jane");
        nobody().get("/sign-in?to=songs/j1&song=j1&verdict=love")
                .then()
                .body(
                        containsString("Sign in to give feedback on Judged &lt;i&gt;."),
                        containsString("name=\"song\" value=\"j1\""));
        Map<String, String> wish = Map.of("to", "songs/j1", "song", "j1", "verdict", "love", "token", token);
        Forms.send(nobody(), "/sign-in", wish).statusCode(303).header("Location", "./songs/j1");
        assertThat(verdicts("jane")).isEqualTo(Map.of("j1", "love"));
        nobody().get("/sign-in?song=nope&verdict=love")
                .then()
                .statusCode(200)
                .body(not(containsString("name=\"song\"")));
    }

    private static String pressed(String verdict) {
        return "value=\"%s\" aria-pressed=\"true\"".formatted(verdict);
    }

    @Test
    void verdictInAList_leadsBackToTheList_andNowhereElse() {
        assertThat(given().get("/?user=judith&n=3").asString())
                .contains("name=\"back\" value=\"?user=judith&amp;n=3\"", "formaction=\"songs/");
        Map<String, String> verdict = Map.of("user", "judith", "verdict", "love");

        Forms.send("/songs/j1", with(verdict, "?user=judith&n=3&seed=a%2Fb"))
                .statusCode(303)
                .header("Location", "../?user=judith&n=3&seed=a%2Fb&said=love&on=j1&by=judith");
        assertThat(verdicts("judith")).containsEntry("j1", "love");
        Forms.send("/songs/j1", with(Map.of("user", "judith", "verdict", "none"), "?user=judith&n=3"))
                .statusCode(303);
        assertThat(verdicts("judith")).doesNotContainKey("j1");
        for (String elsewhere : List.of("//evil.example", "/x", "?a\r\nSet-Cookie: b", "?<b>", "../..")) {
            Forms.send("/songs/j1", with(verdict, elsewhere)).header("Location", nullValue());
        }
        Forms.send("/songs/j1", with(Map.of("user", "judith", "verdict", "adore"), "?user=judith"))
                .statusCode(422);
    }

    private static Map<String, String> with(Map<String, String> verdict, String back) {
        Map<String, String> fields = new HashMap<>(verdict);
        fields.put("back", back);
        return fields;
    }

    @Test
    void whatIsWrong_isSaid_andWhatWasTypedStays() {
        judge(given(), "songs/j1", "No <b> body", "love")
                .statusCode(422)
                .body(
                        containsString("No listener named No &lt;b&gt; body"),
                        containsString("value=\"No &lt;b&gt; body\""));
        judge(given(), "songs/j1", "judith", "adore").statusCode(422).body(containsString("can’t be adore"));
        judge(given(), "songs/no-such-song", "judith", "love").statusCode(404);
        judge(given(), "artists/no-such-artist", "judith", "love").statusCode(404);
    }

    private static ValidatableResponse judge(RequestSpecification who, String what, String user, String verdict) {
        return Forms.send(who, "/" + what, Map.of("user", user, "verdict", verdict));
    }

    private static Map<String, String> verdicts(String user) {
        return given().get("/api/users/" + user + "/feedback").jsonPath().<Map<String, String>>getList("items").stream()
                .collect(java.util.stream.Collectors.toMap(item -> item.get("id"), item -> item.get("verdict")));
    }
}
