package org.segue.testsupport;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Has REST Assured ask as the administrator, unless a test says otherwise: most tests are about other things. */
public class AdministratorHeader implements QuarkusTestBeforeEachCallback, Filter {

    /** The administrator's token in tests, see {@code application.properties}. */
    public static final String TOKEN = "administrator-of-the-tests";

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(this);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        request.header("Authorization", "Bearer " + TOKEN);
        return context.next(request, response);
    }
}
