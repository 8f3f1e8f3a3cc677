package org.segue.web.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DocsPageTest {

    private static final Pattern OTHER_PAGE = Pattern.compile("<a href=\"([a-z-]+)(#[^\"]*)?\"");
    private static final Pattern LISTED = Pattern.compile("<a href=\"docs/([a-z-]+)\"");

    @Test
    void list_leadsToEveryPageOfTheProject() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("data", "docs"))) {
            List<String> pages = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md"))
                    .map(file -> file.replace(".md", ""))
                    .toList();
            assertThat(links(LISTED, html("/docs"))).containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    @Test
    void everyPage_isShown_andItsLinksToOthersLeadThere() {
        for (String name : links(LISTED, html("/docs"))) {
            String page = html("/docs/" + name);
            assertThat(page)
                    .as(name)
                    .contains("<h1 id=", "aria-current=\"page\"")
                    .doesNotContain(".md\"", "<!--");
            links(OTHER_PAGE, page)
                    .forEach(other -> given().get("/docs/" + other).then().statusCode(200));
        }
    }

    @Test
    void tablesAndExamples_areReachedByKeyboard() {
        assertThat(html("/docs/api")).contains("<pre tabindex=\"0\">", "class=\"scroll\" tabindex=\"0\"><table>");
    }

    @ValueSource(strings = {"/docs/nothing", "/docs/../application", "/docs/index.txt", "/docs/%3Cb%3E"})
    @ParameterizedTest
    void otherNames_areMissing(String path) {
        given().accept("text/html").get(path).then().statusCode(404);
    }

    @CsvSource({"/imports, docs/import", "/tokens, docs/players", "/models, docs/how-it-works"})
    @ParameterizedTest
    void pages_leadToWhatHelpsThere(String page, String link) {
        given().get(page).then().statusCode(200).body(containsString("href=\"" + link + "\""));
    }

    private static String html(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static List<String> links(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
