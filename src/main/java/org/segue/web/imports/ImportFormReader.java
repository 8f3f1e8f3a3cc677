package org.segue.web.imports;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ColumnChoice;
import org.segue.imports.ColumnsException;
import org.segue.imports.DateOrder;
import org.segue.imports.ImportOptions;
import org.segue.imports.ImportOptions.Corrections;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;

/** Reads the forms of the page of imports, and says what is wrong with what was typed. */
@Singleton
class ImportFormReader {

    private static final int MAX_USER_LENGTH = 128;
    private static final int MAX_JOINED = 50;
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{0,40}");

    private final Language language;

    ImportFormReader(Language language) {
        this.language = language;
    }

    /** The form that files come with. */
    ImportForm read(Function<String, @Nullable String> fields) {
        return checked(new ImportForm(
                typed(fields, "user"), typed(fields, "source"), details(fields), List.of(), Map.of(), ""));
    }

    /**
     * The form of a preview. Of the listener a choice comes first, then a name that was typed.
     *
     * @param typed its fields, of which some come several times
     */
    ImportForm read(Map<String, List<String>> typed) {
        Function<String, @Nullable String> fields =
                name -> typed.getOrDefault(name, List.of("")).get(0);
        String chosen = typed(fields, "user");
        return checked(new ImportForm(
                chosen.isEmpty() ? typed(fields, "newUser") : chosen,
                typed(fields, "source"),
                details(fields),
                typed.getOrDefault("columns", List.of()).stream()
                        .map(FieldText::typed)
                        .toList(),
                joined(typed.getOrDefault("named", List.of()), typed.getOrDefault("joined", List.of())),
                ""));
    }

    private static ImportForm.Details details(Function<String, @Nullable String> fields) {
        return new ImportForm.Details(typed(fields, "dateOrder"), typed(fields, "zone"), typed(fields, "encoding"));
    }

    private static String typed(Function<String, @Nullable String> fields, String name) {
        return FieldText.typed(fields.apply(name));
    }

    private static Map<String, String> joined(List<String> named, List<String> people) {
        Map<String, String> joined = new HashMap<>();
        for (int i = 0; i < Math.min(MAX_JOINED, Math.min(named.size(), people.size())); i++) {
            String person = FieldText.typed(people.get(i));
            if (!person.isEmpty()) {
                joined.put(named.get(i), person);
            }
        }
        return joined;
    }

    private ImportForm checked(ImportForm form) {
        ImportForm.Details details = form.details();
        if (form.user().length() > MAX_USER_LENGTH) {
            return form.with(language.messages(CommonMessages.class).userTooLong(MAX_USER_LENGTH));
        }
        if (!details.dateOrder().isEmpty() && DateOrder.orNull(details.dateOrder()) == null) {
            return form.with(messages().oddOrder());
        }
        if (!details.zone().isEmpty() && !ImportOptions.isZone(details.zone())) {
            return form.with(messages().oddZone());
        }
        if (!details.encoding().isEmpty() && !ImportOptions.isEncoding(details.encoding())) {
            return form.with(messages().oddEncoding());
        }
        return SOURCE.matcher(form.source()).matches()
                ? withCheckedColumns(form)
                : form.with(messages().oddSource());
    }

    private ImportForm withCheckedColumns(ImportForm form) {
        try {
            ColumnChoice.read(form.columns());
            return form;
        } catch (ColumnsException e) {
            return form.with(language.say(e.sentence()));
        }
    }

    /** What a form asks an import for. */
    static ImportOptions options(ImportForm form) {
        ImportForm.Details details = form.details();
        return new ImportOptions(ImportOptions.AUTO, orNull(form.source()), orNull(form.user()), null)
                .withCorrections(new Corrections(form.columns(), form.joined()))
                .withDates(DateOrder.orNull(details.dateOrder()), orNull(details.zone()))
                .withEncoding(orNull(details.encoding()));
    }

    private static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private ImportsMessages messages() {
        return language.messages(ImportsMessages.class);
    }
}
