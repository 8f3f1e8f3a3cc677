package org.segue.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say and what their templates ask for. That a message exists is checked by the build, by each expression. */
class MessagesTest {

    /** Namespaces in templates that are no bundles. */
    private static final Set<String> OTHERS = Set.of("sentence", "format", "files", "inject", "tile");

    private static final Pattern NAMESPACE = Pattern.compile("[{(,= ]([a-z]\\w*):[a-z]");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Test
    void namespaces_ofTemplates_areBundles() {
        Set<String> bundles = TemplatesTest.types().stream()
                .filter(type -> type.isAnnotationPresent(MessageBundle.class))
                .map(type -> type.getAnnotation(MessageBundle.class).value())
                // Sentences of services are looked up by their keys.
                .filter(bundle -> !bundle.equals("phrase") && !bundle.equals("importPhrase"))
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (String template : files("src/main/resources/templates", ".html")) {
            NAMESPACE
                    .matcher(expressions(template))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(used::add);
        }

        used.removeAll(OTHERS);
        assertThat(used).isEqualTo(new TreeSet<>(bundles));
    }

    @Test
    void messages_areAllUsed() {
        String said = String.join("\n", files("src/main/resources/templates", ".html"))
                + String.join("\n", files("src/main/java/org/segue/web", "Page.java"))
                + String.join("\n", files("src/main/java/org/segue/web", "Listener.java"))
                + String.join("\n", files("src/main/java/org/segue/web", "Form.java"))
                + String.join("\n", files("src/main/java/org/segue/web", "FormReader.java"))
                + String.join("\n", files("src/main/java/org/segue/web", "KeptFiles.java"))
                + String.join("\n", files("src/main/java/org/segue/web", "Titles.java"))
                + String.join("\n", files("src/main/java/org/segue/web", "Forms.java"));
        Set<String> words = WORD.matcher(said).results().map(MatchResult::group).collect(Collectors.toSet());

        assertThat(TemplatesTest.types().stream()
                        .filter(type -> type.isAnnotationPresent(MessageBundle.class))
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Message.class))
                        .map(Method::getName))
                .isNotEmpty()
                .isSubsetOf(words);
    }

    private static String expressions(String template) {
        return Pattern.compile("\\{[^{}]*}")
                .matcher(template)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(MessagesTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
