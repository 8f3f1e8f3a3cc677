package org.segue.web.person;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.UnknownUserException;
import org.segue.catalog.User;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.listens.Listen;
import org.segue.listens.ListenHistoryRepository.Deletion;
import org.segue.people.HistoryService;
import org.segue.people.PeopleService;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.NamedListener;
import org.segue.web.PageResponse;

/**
 * The forms of a person's page. Deleting what is gone already leads to the page as well; what was deleted can be had back there.
 */
@Path("/people/{user}")
@Blocking
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class PersonForms {

    private static final int MAX_NAME_LENGTH = 128;

    private final AdminPage page;
    private final Catalog catalog;
    private final FeedbackService feedback;
    private final HistoryService history;
    private final PeopleService people;
    private final Language language;

    PersonForms(
            AdminPage page,
            Catalog catalog,
            FeedbackService feedback,
            HistoryService history,
            PeopleService people,
            Language language) {
        this.page = page;
        this.catalog = catalog;
        this.feedback = feedback;
        this.history = history;
        this.people = people;
        this.language = language;
    }

    /**
     * Deletes feedback, or has it back that was deleted.
     *
     * @param song public id of the song that it is on, null if it is on an artist
     * @param artist public id of the artist
     * @param verdict what it says
     * @param until when a ban ends, epoch seconds; null or empty if never
     * @param undo anything to have it back
     */
    @POST
    @Path("feedback")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> feedback(
            @RestPath String user,
            @RestForm @Nullable String song,
            @RestForm @Nullable String artist,
            @RestForm @Nullable String verdict,
            @RestForm @Nullable String until,
            @RestForm @Nullable String undo) {
        Optional<User> found = catalog.user(user).join();
        if (found.isEmpty()) {
            return PageResponse.missing();
        }
        Subject subject = isGiven(song) ? Subject.SONG : Subject.ARTIST;
        Optional<Integer> on = key(subject, Objects.requireNonNullElse(isGiven(song) ? song : artist, ""));
        if (on.isEmpty()) {
            return toPage(found.get());
        }
        if (undo == null) {
            feedback.delete(found.get().id(), subject, on.get());
            return toUndo(
                    found.get(),
                    new String[][] {{"song", song}, {"artist", artist}, {"verdict", verdict}, {"until", until}});
        }
        verdict(verdict)
                .ifPresent(said ->
                        feedback.put(found.get().id(), new Feedback(subject, on.get(), said, time(said, until))));
        return toPage(found.get());
    }

    private static boolean isGiven(@Nullable String field) {
        return field != null && !field.isEmpty();
    }

    private Optional<Integer> key(Subject subject, String publicId) {
        return subject == Subject.SONG
                ? catalog.song(publicId).join().map(Song::id)
                : catalog.artistKey(publicId).join();
    }

    private static Optional<Verdict> verdict(@Nullable String word) {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst();
    }

    private static @Nullable Instant time(Verdict verdict, @Nullable String seconds) {
        return verdict == Verdict.BAN && seconds != null && seconds.matches("\\d{1,12}")
                ? Instant.ofEpochSecond(Long.parseLong(seconds))
                : null;
    }

    /**
     * Deletes a listen, or has it back that was deleted.
     *
     * @param at when it began, in seconds since 1970
     * @param song public id
     * @param undo anything to have it back
     */
    @POST
    @Path("listens")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> listen(
            @RestPath String user,
            @RestForm long at,
            @RestForm @Nullable String song,
            @RestForm @Nullable String undo) {
        Optional<User> found = catalog.user(user).join();
        if (found.isEmpty()) {
            return PageResponse.missing();
        }
        Optional<Listen> listen = Optional.ofNullable(song)
                .flatMap(id -> catalog.song(id).join())
                .map(heard -> new Listen(found.get().id(), at, heard.id()));
        if (undo != null) {
            listen.ifPresent(history::restore);
            return toPage(found.get());
        }
        return listen.filter(one -> history.delete(one) != Deletion.NOTHING)
                .map(gone -> toUndo(found.get(), new String[][] {{"at", String.valueOf(at)}, {"song", song}}))
                .orElseGet(() -> toPage(found.get()));
    }

    private static RestResponse<TemplateInstance> toUndo(User user, String[][] deleted) {
        return PageResponse.seeOther("../" + user.publicId() + "?"
                + Stream.of(deleted)
                        .filter(field -> field[1] != null && !field[1].isEmpty())
                        .map(field -> field[0] + "=" + URLEncoder.encode(field[1], StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    /**
     * Merges another user into this one, once somebody has said that it is meant, or says what the person is called here; if that is not
     * possible, the page says why and keeps what was typed.
     *
     * @param other public id or name of the user who is the same person
     * @param sure public id of the other, if the question has been answered
     * @param name for tokens, imports and players; null if another user is merged
     */
    @POST
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> change(
            @RestPath String user,
            @RestForm @Nullable String other,
            @RestForm @Nullable String sure,
            @RestForm @Nullable String name) {
        return catalog.user(user)
                .join()
                .map(found ->
                        name == null ? merge(found, FieldText.typed(other), sure) : name(found, FieldText.typed(name)))
                .orElseGet(PageResponse::missing);
    }

    private RestResponse<TemplateInstance> merge(User into, String typed, @Nullable String sure) {
        List<User> called = catalog.usersCalled(typed).join();
        if (called.size() != 1) {
            String problem = NamedListener.problem(language.messages(CommonMessages.class), typed, called);
            return page.refuseMerge(into, typed, problem);
        }
        User from = called.get(0);
        if (from.id() == into.id()) {
            return page.refuseMerge(
                    into, typed, language.messages(AdminMessages.class).samePerson());
        }
        if (!from.publicId().equals(sure)) {
            return PageResponse.seeOther("./%s/admin?merge=%s"
                    .formatted(into.publicId(), URLEncoder.encode(from.publicId(), StandardCharsets.UTF_8)));
        }
        try {
            people.merge(from.id(), into.id());
            return PageResponse.seeOther("./%s/admin?merged=%s"
                    .formatted(into.publicId(), URLEncoder.encode(from.publicId(), StandardCharsets.UTF_8)));
        } catch (UnknownUserException e) {
            return PageResponse.missing();
        }
    }

    private RestResponse<TemplateInstance> name(User user, String typed) {
        if (typed.isEmpty() || typed.length() > MAX_NAME_LENGTH || FieldText.isOdd(typed)) {
            String problem = language.messages(AdminMessages.class).unusableName(MAX_NAME_LENGTH);
            return page.refuseName(user, typed, problem);
        }
        try {
            people.call(user, typed);
            return PageResponse.seeOther("./" + user.publicId() + "/admin");
        } catch (AmbiguousNameException e) {
            return page.refuseName(user, typed, language.say(e.sentence()));
        }
    }

    /**
     * Deletes the person, if the name was typed, and says what went.
     *
     * @param name of the person
     */
    @POST
    @Path("forget")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> forget(@RestPath String user, @RestForm @Nullable String name) {
        Optional<User> found = catalog.user(user).join();
        if (found.isEmpty()) {
            return PageResponse.missing();
        }
        User person = found.get();
        String typed = FieldText.typed(name);
        if (!typed.equals(FieldText.typed(person.name())) && !typed.equals(person.publicId())) {
            return page.refuseForget(
                    person, typed, language.messages(AdminMessages.class).typeName(person.name()));
        }
        TemplateInstance deleted = page.deleted(person);
        people.forget(person.id());
        return PageResponse.page(PageResponse.OK, deleted);
    }

    private static RestResponse<TemplateInstance> toPage(User user) {
        return PageResponse.seeOther("../" + user.publicId());
    }
}
