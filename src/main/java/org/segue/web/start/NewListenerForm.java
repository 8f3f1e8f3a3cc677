package org.segue.web.start;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.Catalog;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.User;
import org.segue.people.PeopleService;
import org.segue.storage.Database;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.start.StartView.NamesForm;

/** Makes listeners of the house of names that were typed. Its methods block. */
@Singleton
class NewListenerForm {

    private static final int MAX_NAME_LENGTH = 128;
    private static final int MAX_NAMES = 20;

    private final HouseRepository house;
    private final Catalog catalog;
    private final PeopleService people;
    private final Database database;
    private final Event<CatalogChanged> catalogChanged;
    private final Language language;

    NewListenerForm(
            HouseRepository house,
            Catalog catalog,
            PeopleService people,
            Database database,
            Event<CatalogChanged> catalogChanged,
            Language language) {
        this.house = house;
        this.catalog = catalog;
        this.people = people;
        this.database = database;
        this.catalogChanged = catalogChanged;
        this.language = language;
    }

    /** What is wrong with names in words, empty if nothing is. */
    String problem(String typed) {
        StartMessages messages = language.messages(StartMessages.class);
        List<String> names = names(typed);
        if (names.isEmpty()) {
            return messages.nameMissing();
        }
        if (names.size() > MAX_NAMES) {
            return messages.tooManyNames(MAX_NAMES);
        }
        if (names.stream().anyMatch(name -> name.length() > MAX_NAME_LENGTH)) {
            return language.messages(CommonMessages.class).userTooLong(MAX_NAME_LENGTH);
        }
        return FieldText.isOdd(typed) ? messages.oddName() : "";
    }

    private static List<String> names(String typed) {
        return Arrays.stream(typed.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Makes listeners; those who are here already stay as they are. */
    void add(String typed) {
        names(typed).forEach(this::keep);
    }

    /**
     * Makes listeners one after the other, and stops where somebody has to say who is meant.
     *
     * @param same who the first of them is: public id of a listener whom an import brought, {@code +}, which no public id is, for somebody
     *     new, empty if nobody has been asked
     * @return what is left to be said; blank if nothing is
     */
    NamesForm add(String typed, String same) {
        List<String> names = names(typed);
        String answer = same;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            List<User> brought = answer.isEmpty() ? brought(name) : List.of();
            if (!brought.isEmpty()) {
                String left = String.join(", ", names.subList(i, names.size()));
                return new NamesForm(
                        left, "", language.messages(StartMessages.class).brought(name), name, brought);
            }
            make(name, answer);
            answer = "";
        }
        return NamesForm.BLANK;
    }

    private void make(String name, String same) {
        Optional<User> meant =
                same.isEmpty() ? Optional.empty() : catalog.user(same).join();
        if (meant.isPresent()) {
            people.call(meant.get(), name);
        } else {
            keep(name);
        }
    }

    private void keep(String name) {
        database.writeNow(connection -> house.keep(connection, name));
        catalogChanged.fire(new CatalogChanged());
    }

    // A name that only an import has brought may be that of somebody else.
    private List<User> brought(String name) {
        try {
            return house.find(name).isPresent()
                    ? List.of()
                    : catalog.usersCalled(name).join();
        } catch (AmbiguousNameException e) {
            return List.of();
        }
    }
}
