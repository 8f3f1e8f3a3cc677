package org.segue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that only we would use stay out of all that people read: pages, errors, API, log and shell. Names on the wire are exempt. */
class PrivateWordsTest {

    private static final Pattern PRIVATE = Pattern.compile(
            "\\b(lets? it answer|takes? back|taken back|takes? along|population|verdicts?|what is heard|brings? in"
                    + "|brought in|strangers?|songs held out|in force)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]++|\\\\.)*+)\"");

    /** In backticks or quotes, and the field that an error begins with: what is sent or typed literally. */
    private static final Pattern ON_THE_WIRE = Pattern.compile("`[^`]*`|\\\\\"[^\"]*\\\\\"|^verdict (?=must be)");

    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern MARKUP = Pattern.compile("\\{[^{}]*}|<[^>]*>");

    @Test
    void sentences_haveNoPrivateWords() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/java", ".java")) {
            // What a database reads is no sentence.
            if (!file.toString().endsWith("Repository.java") && !file.endsWith("DatabaseRepair.java")) {
                Matcher literals =
                        LITERAL.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""));
                while (literals.find()) {
                    look(file, literals.group(1), found);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void pages_haveNoPrivateWords() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/resources/templates", ".html")) {
            look(file, MARKUP.matcher(Files.readString(file)).replaceAll(" "), found);
        }
        assertThat(found).isEmpty();
    }

    private static void look(Path file, String text, List<String> found) {
        String sentence = ON_THE_WIRE.matcher(text).replaceAll("");
        Matcher words = PRIVATE.matcher(sentence);
        if (sentence.strip().contains(" ") && words.find()) {
            found.add("%s: “%s” in “%s”".formatted(file, words.group(), sentence.strip()));
        }
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            return paths.filter(path -> path.toString().endsWith(suffix)).toList();
        }
    }
}
