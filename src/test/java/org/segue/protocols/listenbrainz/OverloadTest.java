package org.segue.protocols.listenbrainz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.segue.access.Asking.nobody;
import static org.segue.access.Asking.player;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.segue.storage.Database;
import org.segue.testsupport.Services;

/** A disk that does not keep up. */
@QuarkusTest
@TestProfile(Services.Narrow.class)
class OverloadTest {

    @Inject
    Database database;

    @Test
    void submit_whenTooMuchWaits_is503_andNotTaken_andWorksAfterwards() throws Exception {
        String token = tokenOf("overload");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = database.write(connection -> {
            begun.countDown();
            try {
                return goOn.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Integer> second = database.write(connection -> 1);
        CompletableFuture<Integer> third = database.write(connection -> 1);

        submit(token)
                .statusCode(503)
                .contentType("application/json")
                .body("code", equalTo(503))
                .body("error", not(equalTo("")));
        nobody().get("/1/user/overload/listen-count").then().body("payload.count", equalTo(0));

        goOn.countDown();
        assertThat(slow.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.get(60, TimeUnit.SECONDS) + third.get(60, TimeUnit.SECONDS))
                .isEqualTo(2);
        submit(token).statusCode(200);
        nobody().get("/1/user/overload/listen-count").then().body("payload.count", equalTo(1));
    }

    private static ValidatableResponse submit(String token) {
        return player(token)
                .body(
                        "{\"listen_type\":\"single\",\"payload\":[{\"listened_at\":1700000000,\"track_metadata\":{\"artist_name\":\"a\",\"track_name\":\"t\"}}]}")
                .post("/1/submit-listens")
                .then();
    }
}
