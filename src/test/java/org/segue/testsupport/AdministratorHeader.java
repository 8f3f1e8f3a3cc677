package org.segue.testsupport;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;

/** Has REST Assured ask as the administrator, unless a test says otherwise: most tests are about other things. */
public class AdministratorHeader implements QuarkusTestBeforeEachCallback {

    /** The administrator's token in tests, see {@code application.properties}. */
    public static final String TOKEN = "administrator-of-the-tests";

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.requestSpecification = new RequestSpecBuilder()
                .addHeader("Authorization", "Bearer " + TOKEN)
                .build();
    }
}
