package org.segue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be told of the sources one by one: how long they are, and which words they use. */
class SourcesTest {

    private static final int MAX_MAIN_LINES = 300;
    private static final int MAX_TEST_LINES = 400;
    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("org.segue");
    private static final Pattern PUT_TOGETHER =
            Pattern.compile("\\b(?:LOG|Log)\\.\\w+\\((?!e, \"|exception, \"|\"[^\"]*\"[,)]|\\s*$)");
    private static final Pattern RECIPE = Pattern.compile("recipe", Pattern.CASE_INSENSITIVE);

    @Test
    void mainFiles_areNotTooLong() throws IOException {
        // A translation has a line more for each message than the bundle whose messages it repeats.
        assertThat(longerThan(MAX_MAIN_LINES, "src/main/java")).allMatch(file -> file.contains("GermanMessages.java"));
        assertThat(longerThan(MAX_MAIN_LINES, "src/spark/src/main/java")).isEmpty();
    }

    @Test
    void testFiles_areNotTooLong() throws IOException {
        assertThat(longerThan(MAX_TEST_LINES, "src/test/java")).isEmpty();
        assertThat(longerThan(MAX_TEST_LINES, "src/spark/src/test/java")).isEmpty();
    }

    @Test
    void names_areOfTheField() {
        ForbiddenNames forbidden = ForbiddenNames.inFile("/forbidden-names.txt");

        assertThat(MAIN_CLASSES.stream().flatMap(forbidden::in)).isEmpty();
    }

    @Test
    void forbiddenNames_areFoundInTypes_methods_andConstants() {
        ForbiddenNames forbidden = ForbiddenNames.of(
                "# of the sample",
                "type *Utils use Songs",
                "method found use lookup",
                "constant MOST_* use MAX_",
                "name keeper use owner");

        assertThat(new ClassFileImporter().importPackages("wronghouse").stream().flatMap(forbidden::in))
                .containsExactlyInAnyOrder(
                        "SongUtils in wronghouse.catalog.SongUtils: use Songs",
                        "MOST_BARRELS in wronghouse.cellar.Barrel: use MAX_",
                        "keeper in wronghouse.cellar.Barrel: use owner");
    }

    @Test
    void recipe_isNoWordHere() throws IOException {
        // This test has it, and the title of a song in the demo.
        assertThat(matches(
                        RECIPE, "src/main/java", "src/test/java", "src/benchmark/java", "src/main/resources/templates"))
                .allMatch(line -> line.startsWith("src/test/java/org/segue/SourcesTest.java")
                        || line.startsWith("src/test/java/org/segue/demo/FolkScenes.java"));
    }

    // What comes from outside is escaped where it fills a message; a message that is put together is not told from it.
    @Test
    void logMessages_areLiterals() throws IOException {
        assertThat(matches(PUT_TOGETHER, "src/main/java")).isEmpty();
    }

    private static List<String> longerThan(int lines, String folder) throws IOException {
        return files(folder)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> lines(file).size() > lines)
                .map(file -> "%s has %d lines".formatted(file, lines(file).size()))
                .toList();
    }

    private static List<String> matches(Pattern word, String... folders) throws IOException {
        Stream<String> found = Stream.of();
        for (String folder : folders) {
            found = Stream.concat(
                    found,
                    files(folder)
                            .flatMap(file -> lines(file).stream()
                                    .filter(line -> word.matcher(line).find())
                                    .map(line -> file + ": " + line.strip())));
        }
        return found.toList();
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            return walk.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
