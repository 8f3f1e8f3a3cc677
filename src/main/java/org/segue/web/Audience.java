package org.segue.web;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.access.Caller;
import org.segue.catalog.User;

/**
 * The listeners whom the songs of a page are for, and whose feedback its rows take.
 *
 * @param people in the order of the question
 * @param givers those whose feedback the caller may give: a user their own, the administrator anybody's; before signing in
 *     all, as rows lead to signing in then
 * @param back address of the page behind the root, to which feedback and signing in lead back
 */
@TemplateData
public record Audience(List<Person> people, List<Person> givers, String back) {

    /** No known listener. */
    public static final Audience NOBODY = new Audience(List.of(), List.of(), "");

    /**
     * One of them.
     *
     * @param id public id, as asked
     * @param name the id if there is no name
     */
    @TemplateData
    public record Person(String id, String name) {}

    /** Copies the lists. */
    public Audience {
        people = List.copyOf(people);
        givers = List.copyOf(givers);
    }

    /**
     * Finds whose feedback the caller may give.
     *
     * @param ids public ids
     * @param found the users that these are, as far as there are such
     * @param caller who asks
     * @param back address of the page behind the root
     */
    public static Audience of(List<String> ids, Map<String, User> found, Caller caller, String back) {
        boolean isUser = caller.isSomebody() && !caller.administrator();
        List<Person> people = ids.stream().map(id -> person(id, found.get(id))).toList();
        return new Audience(
                people,
                people.stream()
                        .filter(person -> !isUser || isCaller(found.get(person.id()), caller))
                        .toList(),
                back);
    }

    private static Person person(String id, @Nullable User user) {
        return new Person(id, user == null ? id : user.name());
    }

    private static boolean isCaller(@Nullable User user, Caller caller) {
        return user != null && caller.is(user.id());
    }

    /** Whether feedback may be of several listeners, so that the page has to ask whose. */
    public boolean isAmbiguous() {
        return givers.size() > 1;
    }

    /**
     * Where signing in leads to, for somebody who wants to give feedback first: back to the page, which offers to give it.
     *
     * @param song public id
     * @param verdict love, dislike or ban
     */
    public String afterSigningIn(String song, String verdict) {
        String offer = "wanted=" + verdict + "&on=" + FieldText.encoded(song);
        return FieldText.encoded(back + (back.contains("?") ? '&' : '?') + offer);
    }
}
