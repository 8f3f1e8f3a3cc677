package org.segue.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.segue.text.Phrase;
import org.segue.text.Sentence;

/** Everything that services can say is said in German on pages, with the same in it. */
@QuarkusTest
class PhrasesTest {

    private static final Pattern FILLED = Pattern.compile("%(?:(\\d+)\\$)?[-+,.0-9]*([a-zA-Z%])");

    /** The same in both languages: names, or only what they are filled with. */
    private static final List<String> SAME =
            List.of("catalog.CALLED", "imports.AND", "library.OF_LISTENER", "library.AND", "model.ITEM_COSINE");

    @Test
    void everyPhrase_isSaidInGerman_withTheSameInIt() {
        List<Phrase> phrases = phrases();
        assertThat(phrases).hasSizeGreaterThan(200);

        for (Phrase phrase : phrases) {
            String key = phrase.room() + '.' + phrase.name();
            String german = Sentences.in(filled(phrase), Locale.GERMAN);
            assertThat(german).as(key).isNotBlank();
            if (!SAME.contains(key)) {
                assertThat(german).as(key).isNotEqualTo(filled(phrase).text());
            }
        }
    }

    @Test
    void everyPhrase_canBeFilledInBothLanguages() {
        for (Phrase phrase : phrases()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                String pattern = Sentences.pattern(phrase.room() + '.' + phrase.name(), locale);
                if (!pattern.isEmpty()) {
                    String[] kinds = kinds(pattern);
                    String[] english = kinds(phrase.english());
                    for (int k = 0; k < kinds.length; k++) {
                        assertThat(kinds[k]).as(phrase.name() + ": " + pattern).isIn(null, english[k]);
                    }
                }
            }
        }
    }

    @Test
    void plainTexts_andWhatNobodyKnowsAnyMore_stayAsTheyAre() {
        assertThat(Sentences.in(Sentence.plain("It failed."), Locale.GERMAN)).isEqualTo("It failed.");
        assertThat(Sentences.in(new Sentence("training.GONE", List.of(), "Gone."), Locale.GERMAN))
                .isEqualTo("Gone.");
        assertThat(Sentences.in(new Sentence("training.SILENT", List.of("x"), "Silent."), Locale.GERMAN))
                .isEqualTo("Silent.");
    }

    private static List<Phrase> phrases() {
        List<Phrase> phrases = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.segue")) {
            if (type.isEnum() && type.isAssignableTo(Phrase.class)) {
                for (Object constant : Objects.requireNonNull(type.reflect().getEnumConstants())) {
                    phrases.add((Phrase) constant);
                }
            }
        }
        return phrases;
    }

    private static Sentence filled(Phrase phrase) {
        String[] kinds = kinds(phrase.english());
        Object[] arguments = new Object[kinds.length];
        for (int k = 0; k < kinds.length; k++) {
            arguments[k] = "d".equals(kinds[k]) ? (Object) 7 : "f".equals(kinds[k]) ? (Object) 0.5 : "x" + k;
        }
        return phrase.with(arguments);
    }

    /** The letter of each argument, null for one that is not used. */
    private static String[] kinds(String pattern) {
        List<String> kinds = new ArrayList<>();
        int next = 0;
        for (Matcher found = FILLED.matcher(pattern); found.find(); ) {
            if (found.group(2).equals("%")) {
                continue;
            }
            int at = found.group(1) == null ? next++ : Integer.parseInt(found.group(1)) - 1;
            while (kinds.size() <= at) {
                kinds.add(null);
            }
            kinds.set(at, found.group(2));
        }
        return kinds.toArray(String[]::new);
    }
}
