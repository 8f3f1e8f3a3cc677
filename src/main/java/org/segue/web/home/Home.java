package org.segue.web.home;

import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.ranking.OverloadedException;
import org.segue.ranking.Recommendation;
import org.segue.ranking.Recommendations;
import org.segue.ranking.RecommendedSong;
import org.segue.web.PageResponse;
import org.segue.web.WhereToPlay;
import org.segue.web.home.HomeForm.Listener;
import org.segue.web.home.PickedSongs.PickedSong;
import org.segue.web.home.ResultsView.Known;

/** Makes the home page for each address that shows it. Does not block. */
@ApplicationScoped
public class Home {
    private final Recommendations recommendations;
    private final HomeStatusReader statuses;
    private final Catalog catalog;
    private final WhereToPlay places;
    private final Access access;
    private final ShownAnswers shown;

    Home(
            Recommendations recommendations,
            HomeStatusReader statuses,
            Catalog catalog,
            WhereToPlay places,
            Access access,
            ShownAnswers shown) {
        this.recommendations = recommendations;
        this.statuses = statuses;
        this.catalog = catalog;
        this.places = places;
        this.access = access;
        this.shown = shown;
    }

    /**
     * The page without a question; while there is nothing to ask for, the way to where Segue is set up.
     *
     * @param isBrowser whether somebody looks at it who can go there
     */
    Uni<RestResponse<TemplateInstance>> blank(boolean isBrowser) {
        Uni<RestResponse<TemplateInstance>> page = page(HomeForm.blank());
        return statuses.current()
                .flatMap(status ->
                        isBrowser && status.isEmpty() ? Uni.createFrom().item(PageResponse.seeOther("./start")) : page);
    }

    /**
     * The page for a question.
     *
     * @return status 200, 403 if the caller may not read these songs, 422 if the question is wrong (the page says how), 500
     *     if there is no answer
     */
    Uni<RestResponse<TemplateInstance>> answer(HomeQuestion question) {
        Access.ReadPermission reading = access.reading();
        return liked(question.liked())
                .map(found -> HomeForm.read(question, found))
                .chain(typed -> answer(typed, reading));
    }

    private Uni<RestResponse<TemplateInstance>> answer(HomeForm typed, Access.ReadPermission reading) {
        return withListeners(typed)
                .chain(form -> reading.require(form.answerable() ? form.users() : List.of())
                        .chain(() -> page(form)))
                .onFailure(ForbiddenException.class)
                .recoverWithUni(() -> page(typed.refused()).map(Home::forbidden))
                .onFailure(SeveralListenersException.class)
                .recoverWithUni(failure -> severalCalled(typed, failure));
    }

    private Uni<RestResponse<TemplateInstance>> severalCalled(HomeForm typed, Throwable failure) {
        return access.mayReadAll() && failure instanceof SeveralListenersException several
                ? page(typed.ambiguous(several.clash()))
                : page(typed.refused()).map(Home::forbidden);
    }

    private Uni<Optional<Song>> liked(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? Uni.createFrom().item(Optional.empty())
                : Uni.createFrom().completionStage(() -> catalog.songCalled(typed.strip()));
    }

    private Uni<HomeForm> withListeners(HomeForm typed) {
        return Multi.createFrom()
                .iterable(typed.answerable() ? typed.users() : List.of())
                .onItem()
                .transformToUniAndConcatenate(this::listener)
                .collect()
                .asList()
                .map(found -> found.isEmpty() ? typed : typed.withListeners(found));
    }

    // The field shows the name only if it means one user; several users may have it.
    private Uni<Listener> listener(String typed) {
        return usersCalled(typed).chain(called -> switch (called.size()) {
            case 0 -> Uni.createFrom().item(new Listener(typed, typed));
            case 1 -> usersCalled(called.get(0).name()).map(same -> listener(called.get(0), same));
            default -> Uni.createFrom().failure(new SeveralListenersException(typed, called));
        });
    }

    private static Listener listener(User user, List<User> ofThatName) {
        boolean isUnique = ofThatName.equals(List.of(user));
        return new Listener(user.publicId(), isUnique ? user.name() : user.publicId());
    }

    private Uni<List<User>> usersCalled(String typed) {
        return Uni.createFrom().completionStage(() -> catalog.usersCalled(typed));
    }

    private Uni<RestResponse<TemplateInstance>> page(HomeForm form) {
        boolean showsExamples = access.mayReadAll();
        Caller caller = access.caller();
        return Uni.combine()
                .all()
                .unis(statuses.current(), pickedSongs(form))
                .asTuple()
                .flatMap(known -> view(
                        form,
                        showsExamples ? known.getItem1() : known.getItem1().withoutExamples(),
                        known.getItem2(),
                        caller))
                .map(view -> PageResponse.page(status(view), Templates.home(view)));
    }

    private static RestResponse<TemplateInstance> forbidden(RestResponse<TemplateInstance> page) {
        return PageResponse.page(PageResponse.FORBIDDEN, page.getEntity());
    }

    private Uni<HomeView> view(HomeForm form, HomeStatus status, PickedSongs picked, Caller caller) {
        if (!form.answerable()) {
            return Uni.createFrom().item(new HomeView(form, picked, status, null, null));
        }
        return recommendation(form, caller)
                .flatMap(
                        answer -> known(answer, form, caller).map(known -> ResultsView.of(answer, form, known, status)))
                .map(results -> new HomeView(form, picked, status, results, null))
                .onFailure()
                .recoverWithItem(failure -> failed(form, picked, status, failure));
    }

    private Uni<Recommendation> recommendation(HomeForm form, Caller caller) {
        return Uni.createFrom()
                .completionStage(() -> form.query(catalog))
                .flatMap(query -> recommendations.recommend(query).invoke(answer -> shown.note(query, answer, caller)));
    }

    private Uni<Known> known(Recommendation answer, HomeForm form, Caller caller) {
        List<Song> songs = Stream.concat(answer.items().stream(), answer.beside().rediscover().stream())
                .map(RecommendedSong::song)
                .toList();
        return users(form.users())
                .flatMap(users -> Uni.createFrom()
                        .completionStage(() -> places.find(
                                songs, users.values().stream().map(User::id).toList(), caller))
                        .map(found -> new Known(audience(form, users, caller), names(users), found)));
    }

    private static Map<String, String> names(Map<String, User> users) {
        return users.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().name()));
    }

    // Unknown users of a group have no feedback; of a single one the origin of the answer says it.
    private static Audience audience(HomeForm form, Map<String, User> users, Caller caller) {
        return Audience.of(
                form.isForSeveral()
                        ? form.users().stream().filter(users::containsKey).toList()
                        : form.users(),
                users,
                caller);
    }

    private Uni<Map<String, User>> users(List<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id ->
                        Uni.createFrom().completionStage(() -> catalog.user(id)).map(user -> Map.entry(id, user)))
                .filter(found -> found.getValue().isPresent())
                .collect()
                .asMap(Map.Entry::getKey, found -> found.getValue().orElseThrow());
    }

    private static HomeView failed(HomeForm form, PickedSongs picked, HomeStatus status, Throwable failure) {
        if (failure instanceof OverloadedException) {
            return new HomeView(form, picked, status, null, HomeView.Problem.BUSY);
        }
        Log.error("No recommendation for the home page", failure);
        return new HomeView(form, picked, status, null, HomeView.Problem.FAILED);
    }

    private Uni<PickedSongs> pickedSongs(HomeForm form) {
        return songs(form.songs().seeds(), form::addressWithoutSeed)
                .flatMap(seeds -> songs(form.songs().ignored(), form::addressWithoutIgnored)
                        .map(ignored -> new PickedSongs(seeds, ignored)));
    }

    private Uni<List<PickedSong>> songs(List<String> ids, UnaryOperator<String> addressWithout) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> Uni.createFrom()
                        .completionStage(() -> catalog.song(id))
                        .map(song -> PickedSong.of(id, song, addressWithout.apply(id))))
                .collect()
                .asList();
    }

    private static int status(HomeView view) {
        if (view.problem() != null) {
            return view.problem() == HomeView.Problem.BUSY ? PageResponse.UNAVAILABLE : PageResponse.FAILED;
        }
        return view.form().asked() && !view.form().answerable() ? PageResponse.UNPROCESSABLE : PageResponse.OK;
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(HomeView view);
    }
}
