package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.access.Caller;
import org.segue.catalog.User;

/**
 * Whom an answer is for, of those of whom something is known.
 *
 * @param people in the order of the question
 * @param judges those of them whose verdicts whoever asks may give: signed in, one's own; nobody is asked for a token before
 *     there is something to say
 */
@TemplateData
public record Audience(List<Person> people, List<Person> judges) {

    /** Nobody in particular. */
    static final Audience NOBODY = new Audience(List.of(), List.of());

    /**
     * One of them.
     *
     * @param id public id, as asked
     * @param name for people to read
     */
    @TemplateData
    public record Person(String id, String name) {}

    /** Copies the lists. */
    public Audience {
        people = List.copyOf(people);
        judges = List.copyOf(judges);
    }

    /**
     * Tells who may judge.
     *
     * @param ids public ids
     * @param found the users that these are, as far as there are such
     * @param caller who asks
     */
    static Audience of(List<String> ids, Map<String, User> found, Caller caller) {
        boolean isOneOfThem = caller.isSomebody() && !caller.administrator();
        List<Person> people = ids.stream().map(id -> person(id, found.get(id))).toList();
        return new Audience(
                people,
                people.stream()
                        .filter(person -> !isOneOfThem || isCaller(found.get(person.id()), caller))
                        .toList());
    }

    private static Person person(String id, @Nullable User user) {
        return new Person(id, user == null ? id : user.name());
    }

    private static boolean isCaller(@Nullable User user, Caller caller) {
        return user != null && caller.is(user.id());
    }

    /** Whether verdicts can be of several: the page has to ask whose. */
    public boolean isAmbiguous() {
        return judges.size() > 1;
    }
}
