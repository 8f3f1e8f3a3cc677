package org.segue.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.api.Household;
import org.segue.testsupport.BrowserSession.Screen;

/** Every page in German: no message and no sentence of it is English, for nobody who reads or hears it. */
@QuarkusTest
@TestProfile(Household.Profile.class)
class GermanPagesBrowserTest extends HouseholdBrowser {

    /** Words of English sentences that are none of German ones. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|of|and|is|are|has|have|your|you|with|this|that|these|from|for|not|can|be|been|by|it|its|they|there)\\b");

    /** What a page says; names of songs and people, code and what is marked as English are not its own words. */
    private static final String TEXTS = """
            () => {
              const foreign = (element) => element.closest('[lang=en], bdi, code, pre, script, style');
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                if (!foreign(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent);
              }
              for (const element of document.body.querySelectorAll('*')) {
                if (foreign(element) && !element.matches('body')) continue;
                for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) || '');
                if (!element.matches('[data-people], [data-own]')) texts.push(...Object.entries(element.dataset).filter(([name]) => !['then', 'parts'].includes(name)).map(([, text]) => text));
              }
              texts.push(...Object.values(document.body.dataset));
              const title = document.querySelector('article[lang=en]') ? '' : document.title;
              return [title, ...texts].map((text) => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
            }""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?user=ann5&n=3",
                "",
                "?user=&n=3",
                "songs/a11?to=b11",
                "songs/a11?to=zzzz",
                "songs/a11/radio",
                "songs/nope",
                "artists/artist-a1",
                "search",
                "search?q=a",
                "search?q=artisst",
                "people/tim",
                "people/tim/year/2026",
                "people/tim/missing",
                "people/tim/admin",
                "playlists",
                "playlists?user=tim",
                "library",
                "map?list=1",
                "imports",
                "models",
                "tokens",
                "start",
                "docs",
                "docs/import",
                "sign-in"
            })
    void page_inGerman_saysNothingInEnglish(String address) {
        Page page = openSignedIn(Screen.DESKTOP, "docs");
        page.getByText("Deutsch").click();
        PlaywrightAssertions.assertThat(page).hasURL(home + "docs");
        page.navigate(home + address);

        String what = "german-" + address.replaceAll("\\W+", "-");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
        assertThat(english(page)).isEmpty();
        requireAccessibleOnEveryScreen(page, what);
        browser().complaints();
    }

    private static List<String> english(Page page) {
        List<?> texts = (List<?>) page.evaluate(TEXTS);
        Set<String> messages = messagesOfEnglishAlone();
        return texts.stream()
                .map(String.class::cast)
                .filter(text -> messages.contains(text) || ENGLISH.matcher(text).find())
                .distinct()
                .toList();
    }

    private static Set<String> messagesOfEnglishAlone() {
        Set<String> english = messages(MessageBundle.class).collect(Collectors.toSet());
        messages(Localized.class).forEach(english::remove);
        return english;
    }

    private static Stream<String> messages(Class<? extends Annotation> kind) {
        return bundles()
                .filter(type -> type.isAnnotationPresent(kind))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Message.class))
                .map(method -> method.getAnnotation(Message.class).value());
    }

    private static Stream<Class<?>> bundles() {
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith("Messages.java"))
                    .map(file -> sources.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'))
                    .<Class<?>>map(GermanPagesBrowserTest::type)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
