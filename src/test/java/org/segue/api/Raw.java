package org.segue.api;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;

/** Has REST Assured send bytes as they are, whatever type they are said to be of. */
final class Raw {

    static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("text/csv", ContentType.BINARY)
                    .encodeContentTypeAs("application/gzip", ContentType.BINARY)
                    .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY)
                    .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)
                    .encodeContentTypeAs("multipart/form-data; boundary=x", ContentType.BINARY));

    private Raw() {}
}
