package org.segue.web;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Forms as a browser without script sends them. */
public final class Forms {

    private Forms() {}

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
