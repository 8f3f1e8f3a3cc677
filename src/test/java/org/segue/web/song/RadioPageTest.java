package org.segue.web.song;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.web.ClosedHousehold.bring;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.testsupport.Services;

/** A radio from a song, without script. */
@QuarkusTest
@TestProfile(Services.Closed.class)
class RadioPageTest {

    private static final Pattern SONG = Pattern.compile("<span class=\"rank\">\\d+</span> <a href=\"../([^\"]+)\">");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @Test
    void radio_leadsFromPageToPage_andEndsInWords() {
        bring(
                false,
                IntStream.rangeClosed(1, 45)
                        .mapToObj(song -> "radio%d,Wave %d,Radioed,ray,1%n".formatted(song, song))
                        .collect(Collectors.joining()));
        assertThat(page("/songs/radio1")).contains("<a href=\"./radio1/radio\">Start radio from this song</a>");

        List<String> given = new ArrayList<>();
        String page = page("/songs/radio1/radio");
        assertThat(songs(page)).hasSize(20);
        for (Matcher next = NEXT.matcher(page); next.find(); next = NEXT.matcher(page)) {
            given.addAll(songs(page));
            page = page("/songs/radio1/" + next.group(1));
        }
        given.addAll(songs(page));

        assertThat(given).doesNotHaveDuplicates().doesNotContain("radio1").hasSizeGreaterThanOrEqualTo(44);
        assertThat(page).contains("It ends here.");
    }

    @Test
    void radio_asAFile_hasTheSongsOfThePage() {
        bring(false, "file1,First,Filed,fay,1\nfile2,Second,Filed,fay,1\nfile3,Third,Filed,fay,1\n");
        String address = start("/songs/file1/radio");
        String page = page("/songs/file1/" + address);
        Matcher file =
                Pattern.compile("radio/file\\?format=csv&amp;cursor=[^\"]+").matcher(page);
        assertThat(file.find()).isTrue();

        Response csv = reader().get("/songs/file1/" + file.group().replace("&amp;", "&"));

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString().lines().skip(1).count()).isEqualTo(songs(page).size());
        assertThat(page("/songs/file1/" + address))
                .as("the same address, the same songs")
                .isEqualTo(page);
        reader().get("/songs/file1/radio/file?format=csv&cursor=made-up").then().statusCode(422);
        reader().get("/songs/file1/radio/file?format=wav").then().statusCode(422);
        reader().get("/songs/no-such/radio").then().statusCode(404);
        assertThat(start("/songs/file2/" + address)).as("of another song").startsWith("./radio?cursor=");
    }

    private static RequestSpecification reader() {
        return given().accept("text/html, */*");
    }

    private static String start(String address) {
        return reader().redirects()
                .follow(false)
                .get(address)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    private static String page(String address) {
        return reader().get(address).then().statusCode(200).extract().asString();
    }

    private static List<String> songs(String page) {
        return SONG.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
