package org.segue.api;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;

/** Has REST Assured send bytes as they are, whatever type they are said to be of. */
final class Raw {

    static final RestAssuredConfig CONFIG = binary(
            "text/csv",
            "application/gzip",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x");

    private Raw() {}

    /** The same for other types. */
    static RestAssuredConfig binary(String... types) {
        EncoderConfig encoders =
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        for (String type : types) {
            encoders = encoders.encodeContentTypeAs(type, ContentType.BINARY);
        }
        return RestAssuredConfig.config().encoderConfig(encoders);
    }
}
