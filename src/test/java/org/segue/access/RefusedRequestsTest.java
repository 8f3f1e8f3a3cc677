package org.segue.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.segue.access.Asking.nobody;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong before a resource is reached. */
@QuarkusTest
class RefusedRequestsTest {

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void failure_isAProblem_andLoggedWithoutTheQuery() {
        nobody().get(FailingRoute.PATH + "?token=secret-of-anna")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("instance", equalTo(FailingRoute.PATH));

        assertThat(logged).contains("GET " + FailingRoute.PATH + " failed").noneMatch(line -> line.contains("secret"));
    }
}
