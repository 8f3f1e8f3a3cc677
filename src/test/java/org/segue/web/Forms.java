package org.segue.web;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Pattern;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Forms as a browser without script sends them. */
public final class Forms {

    /** The one that chooses a language is part of every page. */
    private static final Pattern FORM = Pattern.compile("<form(?! class=\"frame\")");

    private Forms() {}

    /** A page that offers nobody to change anything. */
    public static Matcher<String> none() {
        return new CustomTypeSafeMatcher<>("a page without forms") {
            @Override
            protected boolean matchesSafely(String page) {
                return !FORM.matcher(page).find();
            }
        };
    }

    /** Sends one as the administrator; where it leads is not followed. */
    public static ValidatableResponse send(String address, Map<String, String> fields) {
        return send(RestAssured.given(), address, fields);
    }

    /** Sends one as somebody. */
    public static ValidatableResponse send(RequestSpecification who, String address, Map<String, String> fields) {
        return who.redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(address)
                .then();
    }
}
