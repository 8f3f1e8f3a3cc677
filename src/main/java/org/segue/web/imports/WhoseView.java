package org.segue.web.imports;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.imports.ImportPreview.FoundListener;
import org.segue.imports.ImportPreview.SameListener;
import org.segue.imports.ImportPreview.Whose;

/**
 * The question whose history files hold, as far as it is one.
 *
 * @param kind of the question: "typed", a name is to be typed; "choose", one of the people here or a new one; "same", whether the
 *     one whom the files name is one of the people here; "several", who those are whom the files name. Without a question: "said"
 *     by the form; "known", the files name one who is known; "files", the files say it
 * @param named what the files call the one listener, empty if there is not just one
 * @param user public id or name of who the form says it is, empty if it does not
 * @param name of the same for people to read
 * @param people who may be meant, the likeliest first
 * @param found those whom the files name
 */
@TemplateData
public record WhoseView(String kind, String named, String user, String name, List<Person> people, List<Found> found) {

    /**
     * Somebody here.
     *
     * @param user public id
     * @param name for people to read
     * @param isLikely whether the form says so
     */
    @TemplateData
    public record Person(String user, String name, boolean isLikely) {}

    /**
     * Somebody whom the files name.
     *
     * @param named what the files call that one
     * @param name of who that is here, empty if nobody knows
     * @param known whether earlier files have said so
     * @param likely public id of who it may be, empty if nobody
     */
    @TemplateData
    public record Found(String named, String name, boolean known, String likely) {
        private static Found of(FoundListener one) {
            String user = one.user();
            String name = one.name();
            return new Found(
                    one.named(), name == null ? "" : name, one.known(), one.known() || user == null ? "" : user);
        }
    }

    /** Whether anybody has to be asked. */
    public boolean isOpen() {
        return !(kind.equals("said") || kind.equals("known") || kind.equals("files"));
    }

    /** Whether it is asked who somebody is, and not only whether it is one of the people. */
    public boolean isOpenToAll() {
        return name.isEmpty() && people.size() > 1;
    }

    /** What was typed in place of one of the people. */
    public String typed() {
        return people.stream().anyMatch(Person::isLikely) ? "" : user;
    }

    /** Names of those who may be meant, in a row: the only one, or empty for several. */
    public String onlyName() {
        return people.size() == 1 ? people.get(0).name() : "";
    }

    /**
     * The question of files.
     *
     * @param asked whom the form names, empty if it does not
     * @param here the people here
     */
    static WhoseView of(Whose whose, String asked, List<User> here) {
        List<FoundListener> found = whose.named();
        if (whose.needsUser()) {
            return new WhoseView(
                    here.isEmpty() ? "typed" : "choose", "", asked, "", people(null, asked, here), List.of());
        }
        SameListener same = whose.listener();
        if (same != null) {
            return new WhoseView("same", same.named(), asked, same.name(), people(same, asked, here), List.of());
        }
        if (found.isEmpty() && !asked.isEmpty()) {
            return new WhoseView("said", "", asked, name(asked, here), List.of(), List.of());
        }
        if (found.size() == 1) {
            return one(found.get(0), asked, here);
        }
        boolean isAsked = found.size() > 1 && !here.isEmpty();
        return new WhoseView(
                isAsked ? "several" : "files",
                "",
                "",
                "",
                people(null, "", here),
                found.stream().map(Found::of).toList());
    }

    private static WhoseView one(FoundListener only, String asked, List<User> here) {
        String name = only.name() == null ? only.named() : only.name();
        if (only.known()) {
            return new WhoseView("known", only.named(), asked, name, List.of(), List.of());
        }
        return here.isEmpty()
                ? new WhoseView("files", only.named(), "", only.named(), List.of(), List.of())
                : new WhoseView("same", only.named(), asked, "", people(null, asked, here), List.of());
    }

    private static List<Person> people(@Nullable SameListener likely, String asked, List<User> here) {
        List<Person> people = new ArrayList<>();
        if (likely != null) {
            people.add(new Person(likely.user(), likely.name(), likely.user().equals(asked)));
        }
        if (likely == null || !likely.user().equals(asked)) {
            here.stream()
                    .filter(user -> likely == null || !user.publicId().equals(likely.user()))
                    .map(user -> new Person(
                            user.publicId(), user.name(), user.publicId().equals(asked)))
                    .forEach(people::add);
        }
        return people;
    }

    private static String name(String asked, List<User> here) {
        return here.stream()
                .filter(user -> user.publicId().equals(asked))
                .map(User::name)
                .findFirst()
                .orElse(asked);
    }
}
