package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.time.Instant;
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
import org.segue.listens.PlayLog;
import org.segue.people.HistoryService;
import org.segue.people.listening.ListeningReports;
import org.segue.people.outcomes.OutcomeService;
import org.segue.people.outcomes.Outcomes;

/** Reads a person's listening for the person's page. Blocks. */
@Singleton
public class PersonListening {

    private static final int TOP = 10;
    private static final int LISTENS = 20;

    private final Catalog catalog;
    private final UserRepository users;
    private final Histories histories;
    private final Favorites favorites;
    private final HistoryService history;
    private final ListeningReports reports;
    private final Dashboards dashboards;
    private final OutcomeService outcomes;
    private final TasteInCommon taste;

    PersonListening(
            Catalog catalog,
            UserRepository users,
            Histories histories,
            Favorites favorites,
            HistoryService history,
            ListeningReports reports,
            Dashboards dashboards,
            OutcomeService outcomes,
            TasteInCommon taste) {
        this.catalog = catalog;
        this.users = users;
        this.histories = histories;
        this.favorites = favorites;
        this.history = history;
        this.reports = reports;
        this.dashboards = dashboards;
        this.outcomes = outcomes;
        this.taste = taste;
    }

    /**
     * What is known of a person.
     *
     * @param totals of all listening
     * @param dashboard listening in a period; null where no time of a play is known
     * @param artists most plays first
     * @param songs most plays first
     * @param names that sources use, and public ids of users who were merged into this one
     * @param outcomes what recommendations became
     * @param taste what the person has in common with other listeners
     */
    @TemplateData
    public record Known(
            Totals totals,
            @Nullable Dashboard dashboard,
            List<PlayedArtist> artists,
            List<PlayedSong> songs,
            List<String> names,
            Outcomes outcomes,
            List<TasteRow> taste) {}

    /**
     * Totals of a person's listening.
     *
     * @param listens plays at a time
     * @param plays all, with those that are only counted
     * @param songs that were played
     * @param since time of the first listen, null without listens
     */
    @TemplateData
    public record Totals(
            long listens, long plays, long songs, @Nullable Instant since) {

        /** Whether some plays have a time, and others have none. */
        public boolean isMixed() {
            return listens > 0 && listens < plays;
        }
    }

    /**
     * What is known of a person.
     *
     * @param period of the dashboard, as the address says
     * @param day any day of it, as the address says
     */
    Known of(User user, @Nullable String period, @Nullable String day) {
        UserHistory heard = histories.of(user.id(), Measure.PLAYS).join();
        PlayLog log = reports.log(user.id());
        List<PlayedArtist> artists = favorites.artists(heard, TasteInCommon.MAX_ARTISTS);
        return new Known(
                totals(heard, log),
                log.size() == 0 ? null : dashboards.of(log, period, day),
                artists.stream().limit(TOP).toList(),
                favorites.songs(heard, TOP),
                Stream.concat(
                                users.aliases(user.id()).stream().map(PersonListening::name),
                                users.formerIds(user.id()).stream())
                        .toList(),
                outcomes.of(user.id(), log),
                taste.of(user, artists));
    }

    /** All plays of a person, those that are only counted too. */
    long plays(User user) {
        return plays(histories.of(user.id(), Measure.PLAYS).join());
    }

    private static long plays(UserHistory heard) {
        double plays = 0;
        for (float value : heard.values()) {
            plays += value;
        }
        return Math.round(plays);
    }

    private static Totals totals(UserHistory heard, PlayLog log) {
        Instant since = log.size() > 0 ? Instant.ofEpochSecond(log.times()[0]) : null;
        return new Totals(log.size(), plays(heard), heard.size(), since);
    }

    private static String name(UserAlias alias) {
        return "%s: %s".formatted(alias.source(), alias.id());
    }

    /**
     * A page of a person's listens.
     *
     * @param before where the page before ended, null for the newest
     */
    ListenPart part(User user, @Nullable String before) {
        List<Listen> listens = history.newest(user.id(), ListenPart.place(before), LISTENS);
        Map<Integer, Song> songs =
                catalog.songs(listens.stream().map(Listen::songId).toList()).join();
        return ListenPart.of(listens, songs, listens.size() == LISTENS);
    }
}
