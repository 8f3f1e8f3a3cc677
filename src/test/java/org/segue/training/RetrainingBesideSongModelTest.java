package org.segue.training;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.api.Jobs;
import org.segue.model.ActiveModel;
import org.segue.songmodel.SongModelSamples;
import org.segue.testsupport.EmptyService;

/** A song model was trained elsewhere: it is not trained anew here. */
@QuarkusTest
class RetrainingBesideSongModelTest {

    @Inject
    Retraining retraining;

    @Inject
    ActiveModel models;

    @TempDir
    Path folder;

    @BeforeEach
    void beEmpty() {
        EmptyService.now();
    }

    // Other classes ask the same service, and an active song model would answer them.
    @AfterEach
    void leaveNothing() {
        EmptyService.now();
    }

    @Test
    void look_songModelAlone_trainsNothing() throws IOException {
        Jobs.importedTable("user=anna", "artist,title,plays\nArtist 0,Song 0,3\nArtist 1,Song 4,2\n");
        given().multiPart("file", SongModelSamples.write(folder.resolve("m"), 6).toFile())
                .post("/api/models")
                .then()
                .statusCode(201);

        assertThat(models.served()).isPresent();
        assertThat(models.trainedHere()).isEmpty();
        assertThat(retraining.look(Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofDays(2))))
                .isFalse();
    }
}
