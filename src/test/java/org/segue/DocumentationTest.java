package org.segue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read before they run Segue: short, and every link in it leads somewhere. */
class DocumentationTest {

    private static final int MAX_README_BYTES = 8 * 1024;

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("data", "docs");

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void readme_isShort() throws IOException {
        assertThat(Files.size(README)).isLessThanOrEqualTo(MAX_README_BYTES);
    }

    @Test
    void readme_leadsToEveryPage() throws IOException {
        List<String> linked = links(README).toList();

        assertThat(pages().map(page -> page.toString().replace('\\', '/')))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(linked).contains(page));
    }

    @Test
    void links_leadSomewhere() throws IOException {
        for (Path page : Stream.concat(Stream.of(README, Path.of("data", "README.md")), pages())
                .toList()) {
            assertThat(links(page).filter(link -> !link.startsWith("http")))
                    .as(page.toString())
                    .allSatisfy(link -> assertThat(leadsSomewhere(page, link)).isTrue());
        }
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** As GitHub names them. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_\\- ]", "").replace(' ', '-'))
                .toList();
    }

    private static Stream<String> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page)).results().map((MatchResult match) -> match.group(1));
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }
}
