package org.segue.web.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.segue.web.Forms.send;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.segue.api.Household;

/** The page of tokens as the service answers it to browsers without script. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class TokensPageTest {

    @Test
    void token_forANewName_isCalledAsItWasTyped_andRevokedOnceSomebodyIsSure() {
        String made = send("/tokens", Map.of("user", "Tessa Töne", "name", "Kitchen"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(made)
                .contains(
                        "<h3 id=\"made-for\">Token for Tessa Töne</h3>",
                        "<bdi>Tessa Töne</bdi></a> · <bdi>Kitchen</bdi>")
                .doesNotContain("Token for segue~", "<bdi>segue~");
        Matcher revoke = Pattern.compile("tokens/([0-9]+)/revoke").matcher(made);
        assertThat(revoke.find()).isTrue();
        send("/" + revoke.group(), Map.of())
                .statusCode(200)
                .body(
                        containsString(
                                "Revoke the token for Tessa Töne (Kitchen)? Players that use it will lose access."),
                        containsString("href=\"../../tokens\""));
        given().get("/tokens").then().body(containsString(revoke.group()));
        send("/" + revoke.group(), Map.of("sure", "true")).statusCode(303);
        given().get("/tokens").then().body(not(containsString(revoke.group())));
        send("/" + revoke.group(), Map.of()).statusCode(303);
    }
}
