package org.segue.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether every message of the pages is there in German. */
class GermanMessagesTest {

    /** Messages without a word to translate. {@code BundleMessages.message}, one a line. */
    private static final Set<String> ALIKE = Set.of(
            "CommonMessages.actOn",
            "CommonMessages.api",
            "CommonMessages.details",
            "CommonMessages.product",
            "CommonMessages.songsLabel",
            "CommonMessages.training",
            "ImportsMessages.numbered",
            "LibraryMessages.kind",
            "LibraryMessages.kindChoice",
            "LibraryMessages.name",
            "ModelsMessages.details",
            "ModelsMessages.scored",
            "ModelsMessages.trainingNumber",
            "PlaylistPageMessages.playlists",
            "SearchMessages.song",
            "SignInMessages.tokenLabel",
            "AdminMessages.name",
            "PersonMessages.listsOfNow");

    /** What is no word: parts that Qute fills in, digits and signs. */
    private static final Pattern NO_WORD = Pattern.compile("\\{[^{}]*}|[^\\p{L}]+");

    @Test
    void bundles_areThereInGerman() {
        assertThat(bundles().filter(bundle -> german(bundle).isEmpty()).map(Class::getSimpleName))
                .isEmpty();
    }

    @Test
    void germanBundles_haveEveryMessage() {
        List<String> missing = new ArrayList<>();
        for (Class<?> bundle : translated()) {
            Class<?> german = german(bundle).get(0);
            messages(bundle)
                    .filter(message -> !isDeclared(german, message))
                    .forEach(message -> missing.add(name(bundle, message)));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void germanMessages_areNotTheEnglishOnes() {
        Set<String> alike = new TreeSet<>();
        for (Class<?> bundle : translated()) {
            Class<?> german = german(bundle).get(0);
            messages(bundle)
                    .filter(message -> isDeclared(german, message))
                    .filter(message -> text(message).equals(text(declared(german, message))))
                    .filter(message -> hasWords(text(message)))
                    .forEach(message -> alike.add(name(bundle, message)));
        }
        assertThat(alike).isSubsetOf(ALIKE);
    }

    private static boolean hasWords(String text) {
        return !NO_WORD.matcher(text).replaceAll("").isEmpty();
    }

    private static List<Class<?>> translated() {
        return bundles().filter(bundle -> !german(bundle).isEmpty()).toList();
    }

    /** Bundles in English. */
    static Stream<Class<?>> bundles() {
        return TemplatesTest.types().stream().filter(type -> type.isAnnotationPresent(MessageBundle.class));
    }

    private static List<Class<?>> german(Class<?> bundle) {
        return TemplatesTest.types().stream()
                .filter(type -> type.isAnnotationPresent(Localized.class))
                .filter(type -> type.getAnnotation(Localized.class).value().equals("de"))
                .filter(bundle::isAssignableFrom)
                .collect(Collectors.toList());
    }

    private static Stream<Method> messages(Class<?> bundle) {
        return Stream.of(bundle.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Message.class));
    }

    private static boolean isDeclared(Class<?> german, Method message) {
        return Stream.of(german.getDeclaredMethods())
                .anyMatch(method ->
                        method.getName().equals(message.getName()) && method.isAnnotationPresent(Message.class));
    }

    private static Method declared(Class<?> german, Method message) {
        try {
            return german.getDeclaredMethod(message.getName(), message.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Method message) {
        return message.getAnnotation(Message.class).value();
    }

    private static String name(Class<?> bundle, Method message) {
        return bundle.getSimpleName() + "." + message.getName();
    }
}
