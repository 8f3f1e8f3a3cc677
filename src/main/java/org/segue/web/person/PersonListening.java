package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.catalog.UserAlias;
import org.segue.catalog.UserRepository;
import org.segue.interactions.Favorites;
import org.segue.interactions.Favorites.PlayedArtist;
import org.segue.interactions.Favorites.PlayedSong;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.listens.Listen;
import org.segue.listens.Measure;
import org.segue.listens.MonthlyListens;
import org.segue.people.HistoryService;
import org.segue.web.Formatting;
import org.segue.web.Language;
import org.segue.web.Words;

/** What is known of a person's listening, as the person's page shows it. Blocks. */
@Singleton
public class PersonListening {

    private static final int TOP = 10;
    private static final int LISTENS = 20;

    private final Catalog catalog;
    private final UserRepository users;
    private final Histories histories;
    private final Favorites favourites;
    private final HistoryService history;
    private final Language language;

    PersonListening(
            Catalog catalog,
            UserRepository users,
            Histories histories,
            Favorites favourites,
            HistoryService history,
            Language language) {
        this.catalog = catalog;
        this.users = users;
        this.histories = histories;
        this.favourites = favourites;
        this.history = history;
        this.language = language;
    }

    /**
     * What is known of a person.
     *
     * @param facts short phrases
     * @param listening over time
     * @param artists most plays first
     * @param songs most plays first
     * @param names what sources call the person, and ids that were others' before
     */
    @TemplateData
    public record Known(
            List<String> facts,
            ListeningChart listening,
            List<PlayedArtist> artists,
            List<PlayedSong> songs,
            List<String> names) {}

    Known of(User user) {
        UserHistory heard = histories.of(user.id(), Measure.PLAYS).join();
        MonthlyListens listens = history.monthly(user.id());
        return new Known(
                facts(heard, listens),
                ListeningChart.of(listens.months()),
                favourites.artists(heard, TOP),
                favourites.songs(heard, TOP),
                Stream.concat(
                                users.aliases(user.id()).stream().map(PersonListening::inWords),
                                users.formerIds(user.id()).stream())
                        .toList());
    }

    private List<String> facts(UserHistory heard, MonthlyListens listens) {
        double plays = 0;
        for (float value : heard.values()) {
            plays += value;
        }
        Words words = language.words();
        List<String> facts = new ArrayList<>(List.of(words.personListens(Formatting.count(listens.listens()))));
        if (Math.round(plays) != listens.listens()) {
            facts.add(words.personPlays(Formatting.count(Math.round(plays))));
        }
        facts.add(words.songs(Formatting.count(heard.size())));
        if (listens.listens() > 0) {
            facts.add(words.personSince(Instant.ofEpochSecond(listens.first())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString()));
        }
        return facts;
    }

    private static String inWords(UserAlias alias) {
        return "%s: %s".formatted(alias.source(), alias.id());
    }

    /**
     * A part of a person's listens.
     *
     * @param before where the part before ended, null for the newest
     */
    ListenPart part(User user, @Nullable String before) {
        List<Listen> listens = history.newest(user.id(), ListenPart.place(before), LISTENS);
        Map<Integer, Song> songs =
                catalog.songs(listens.stream().map(Listen::songId).toList()).join();
        return ListenPart.of(listens, songs, listens.size() == LISTENS);
    }
}
