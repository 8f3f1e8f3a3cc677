package org.segue.web.home;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segue.access.Caller;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendedSong;
import org.segue.storage.Database;
import org.segue.web.Audience;
import org.segue.web.WhereToPlay;
import org.segue.web.home.ResultsView.Known;

/** Finds what a page says of an answer besides its songs: who it is for, what they love, where it can be heard. Does not block. */
@Singleton
class ResultsReader {

    private final Catalog catalog;
    private final WhereToPlay places;
    private final FeedbackService feedback;
    private final Database database;

    ResultsReader(Catalog catalog, WhereToPlay places, FeedbackService feedback, Database database) {
        this.catalog = catalog;
        this.places = places;
        this.feedback = feedback;
        this.database = database;
    }

    Uni<Known> read(Recommendation answer, HomeForm form, Caller caller) {
        List<Song> songs = Stream.concat(answer.items().stream(), answer.beside().rediscover().stream())
                .map(RecommendedSong::song)
                .toList();
        return users(people(form, caller))
                .chain(users -> Uni.combine()
                        .all()
                        .unis(
                                Uni.createFrom().completionStage(() -> places.find(songs, keys(users), caller)),
                                loved(users.values()))
                        .asTuple()
                        .map(found -> new Known(
                                audience(form, users, caller),
                                names(users),
                                found.getItem2(),
                                found.getItem1(),
                                caller.user(),
                                owner(form, users, caller))));
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

    private Uni<Map<String, Set<String>>> loved(Collection<User> users) {
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(() -> lovedSongs(users), database.workers()));
    }

    private Map<String, Set<String>> lovedSongs(Collection<User> users) {
        Map<String, Set<String>> loved = new HashMap<>();
        users.forEach(user -> loved.put(
                user.publicId(),
                feedback.of(user.id()).stream()
                        .filter(said -> said.feedback().subject() == Subject.SONG
                                && said.feedback().verdict() == Verdict.LOVE)
                        .map(StoredFeedback::publicId)
                        .collect(Collectors.toSet())));
        return loved;
    }

    private static List<Integer> keys(Map<String, User> users) {
        return users.values().stream().map(User::id).toList();
    }

    private static Map<String, String> names(Map<String, User> users) {
        return users.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().name()));
    }

    // Of songs alone, who looks at the page can say what they think of them.
    private static List<String> people(HomeForm form, Caller caller) {
        return form.users().isEmpty() && !caller.user().isEmpty() ? List.of(caller.user()) : form.users();
    }

    private static Audience audience(HomeForm form, Map<String, User> users, Caller caller) {
        return Audience.of(people(form, caller), users, caller, form.at().question());
    }

    // A listener keeps any answer; the administrator keeps one for the listener whom it is for.
    private static String owner(HomeForm form, Map<String, User> users, Caller caller) {
        if (!caller.user().isEmpty()) {
            return caller.user();
        }
        List<String> ids = form.users();
        return caller.administrator() && ids.size() == 1 && users.containsKey(ids.get(0)) ? ids.get(0) : "";
    }
}
