package org.segue.playlists;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.access.Asking.tokenOf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.catalog.UserRepository;
import org.segue.ranking.BannedSongs;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.Recommendations;
import org.segue.ranking.Snapshots;
import org.segue.storage.Database;
import org.segue.storage.Statements;
import org.segue.testsupport.FiredEvents;

/** Lists of days and weeks to come, made of a real model; only the clock is ours. */
@QuarkusTest
@TestProfile(CollectorsHome.Profile.class)
class PlaylistServiceTest {

    private static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");
    private static final LocalDate MONDAY = LocalDate.of(2030, 1, 7);

    @Inject
    CollectorsHome home;

    @Inject
    PlaylistGeneration generation;

    @Inject
    PlaylistRepository playlists;

    @Inject
    TrackRepository tracks;

    @Inject
    BannedSongs bans;

    @Inject
    Catalog catalog;

    @Inject
    UserRepository users;

    @Inject
    Snapshots snapshots;

    @Inject
    Recommendations recommendations;

    @Inject
    UntrainedRecommendations withoutModel;

    @Inject
    Database database;

    @BeforeEach
    void moveIn() {
        home.moveIn();
    }

    @Test
    void jams_areOfKnownSongs_explorationOfOthers_andNoneShares() {
        PlaylistService service = on(MONDAY);
        List<Playlist> lists = service.madeFor(user("cleo0"));

        assertThat(lists).extracting(Playlist::kind).containsExactly(PlaylistKind.values());
        assertThat(lists)
                .extracting(Playlist::title)
                .containsExactly(
                        "Daily jams for cleo0, Monday 7 January 2030",
                        "Weekly jams for cleo0, week of 7 January 2030",
                        "Weekly exploration for cleo0, week of 7 January 2030",
                        "Rediscover for cleo0, week of 7 January 2030");
        Set<String> known = IntStream.rangeClosed(1, 130)
                .filter(song -> CollectorsHome.isKnown(0, song))
                .mapToObj(song -> "c" + song)
                .collect(Collectors.toSet());
        List<String> daily = songs(service, lists.get(0));
        List<String> weekly = songs(service, lists.get(1));
        assertThat(daily).hasSize(40).doesNotHaveDuplicates().isSubsetOf(known).doesNotContainAnyElementsOf(weekly);
        assertThat(weekly).hasSize(40).doesNotHaveDuplicates().isSubsetOf(known);
        assertThat(songs(service, lists.get(2)))
                .hasSize(50)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(known);
        assertThat(songs(service, lists.get(3)))
                .as("six or seven plays of seven")
                .hasSize(25)
                .allMatch(song -> Integer.parseInt(song.substring(1)) % 7 >= 5)
                .doesNotHaveDuplicates();
        for (Playlist list : lists) {
            assertThat(service.document(list).tracks().stream()
                            .collect(Collectors.groupingBy(track -> track.song().artist(), Collectors.counting()))
                            .values())
                    .as(list.title())
                    .allMatch(count -> count <= 2);
        }
    }

    @Test
    void lists_stayInTheirPeriod_andTheNextHasOthers() {
        User cleo = user("cleo1");
        List<Playlist> monday = on(MONDAY).madeFor(cleo);
        assertThat(on(MONDAY).madeFor(cleo)).isEqualTo(monday);

        List<Playlist> tuesday = on(MONDAY.plusDays(1)).madeFor(cleo);
        assertThat(tuesday).hasSize(5).containsAll(monday);
        Playlist newDaily = tuesday.get(0);
        assertThat(newDaily.title()).isEqualTo("Daily jams for cleo1, Tuesday 8 January 2030");
        assertThat(newDaily.songIds())
                .as("neither this week's nor yesterday's")
                .hasSize(40)
                .doesNotContainAnyElementsOf(monday.get(0).songIds())
                .doesNotContainAnyElementsOf(monday.get(1).songIds());

        List<Playlist> next = on(MONDAY.plusDays(7)).current(cleo);
        assertThat(next).extracting(Playlist::period).containsOnly(MONDAY.plusDays(7));
        assertThat(next.get(2).songIds())
                .as("exploration goes on where last week's ended")
                .doesNotContainAnyElementsOf(monday.get(2).songIds());
    }

    @Test
    void lists_areKeptForFourPeriods() {
        User cleo = user("cleo2");
        for (int week = 0; week < 6; week++) {
            on(MONDAY.plusWeeks(week)).madeFor(cleo);
        }
        PlaylistService service = on(MONDAY.plusWeeks(5));

        assertThat(service.madeFor(cleo))
                .filteredOn(list -> list.kind() == PlaylistKind.WEEKLY_JAMS)
                .extracting(Playlist::period)
                .containsExactly(MONDAY.plusWeeks(5), MONDAY.plusWeeks(4), MONDAY.plusWeeks(3), MONDAY.plusWeeks(2));
        assertThat(service.madeFor(cleo))
                .filteredOn(list -> list.kind() == PlaylistKind.DAILY_JAMS)
                .hasSize(1);
        assertThat(rows(cleo, MONDAY, MONDAY.plusWeeks(5))).isEqualTo(24); // all are there still
        schedule(MONDAY.plusWeeks(5)).look();
        assertThat(rows(cleo, MONDAY, MONDAY.plusWeeks(5))).isEqualTo(13); // four weeks of three, and a day
        Playlist oldest = service.madeFor(cleo).get(12);
        assertThat(service.head(oldest).expiresAt())
                .isEqualTo(MONDAY.plusWeeks(6).atStartOfDay(ZONE).toInstant());
    }

    @Test
    void clock_thatGoesBack_makesNoListTwice() {
        User cleo = user("cleo3");
        List<Playlist> now = on(MONDAY).madeFor(cleo);

        List<Playlist> before = on(MONDAY.minusDays(10)).madeFor(cleo);
        assertThat(before).hasSize(4).doesNotContainAnyElementsOf(now);
        assertThat(on(MONDAY.minusDays(10)).byId(now.get(0).id()))
                .as("of a day to come")
                .isEmpty();
        assertThat(on(MONDAY).madeFor(cleo)).containsAll(now).hasSize(7);
        assertThat(rows(cleo)).isEqualTo(8);
    }

    @Test
    void lists_askedForByManyAtOnce_areMadeOnce() throws Exception {
        User cleo = user("cleo4");
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Playlist>>> questions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                questions.add(() -> on(MONDAY).madeFor(cleo));
            }
            Set<List<Playlist>> answers = new HashSet<>();
            for (var answer : many.invokeAll(questions)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        } finally {
            many.shutdownNow();
        }
        assertThat(rows(cleo)).isEqualTo(4);
    }

    @Test
    void lists_withoutAModel_areMadeOnceThereIsOne() {
        User cleo = user("cleo5");
        new PlaylistGeneration(playlists, withoutModel, users, catalog, new FiredEvents<>(event -> {}))
                .makeMissing(cleo, MONDAY, Instant.EPOCH);
        assertThat(rows(cleo)).isZero();
        assertThat(on(MONDAY).madeFor(cleo)).hasSize(4);
    }

    @Test
    void lists_ofWhomNothingIsKnown_andOfStrangers_areNone() {
        tokenOf("lists-nobody");

        assertThat(on(MONDAY).madeFor(user("lists-nobody"))).isEmpty();
        assertThat(on(MONDAY).madeFor(user(home.stranger()))).isEmpty();
    }

    @Test
    void schedule_makesEverybodysListsOnceADay() {
        LocalDate day = MONDAY.plusYears(1);
        PlaylistSchedule schedule = schedule(day);

        assertThat(schedule.look()).isTrue();
        assertThat(schedule.look()).as("done").isFalse();
        assertThat(database.<Integer>read(connection -> Statements.selectInt(
                        connection, "SELECT count(DISTINCT user_id) FROM playlist WHERE period = ?", day.toString())))
                .as("ten cleos, cora, twelve of either scene, tim")
                .isGreaterThanOrEqualTo(35);
        assertThat(schedule(day.plusDays(1)).look()).isTrue();
    }

    @Test
    void ban_saidAfterwards_takesTheSongOutOfTheList_andOfThoseToCome() {
        PlaylistService service = on(MONDAY);
        Playlist weekly = service.madeFor(user("cleo6")).get(1);
        Track first = service.document(weekly).tracks().get(0);
        String ban = "/api/users/cleo6/feedback/artists/" + first.song().artistPublicId();
        given().contentType("application/json")
                .body("{\"verdict\":\"ban\"}")
                .put(ban)
                .then()
                .statusCode(204);

        assertThat(service.document(weekly).tracks())
                .hasSizeBetween(38, 39)
                .extracting(track -> track.song().artistPublicId())
                .doesNotContain(first.song().artistPublicId());
        for (Playlist next : on(MONDAY.plusDays(7)).current(user("cleo6"))) {
            assertThat(service.document(next).tracks())
                    .extracting(track -> track.song().artistPublicId())
                    .doesNotContain(first.song().artistPublicId());
            assertThat(tracks.of(next.songIds()))
                    .extracting(track -> track.song().artistPublicId())
                    .doesNotContain(first.song().artistPublicId());
        }
        given().delete(ban).then().statusCode(204);
        assertThat(service.document(weekly).tracks()).hasSize(40);
    }

    @Test
    void list_deleted_isNotMadeAgainInItsPeriod() {
        User cleo = user("cleo7");
        Playlist daily = on(MONDAY).madeFor(cleo).get(0);

        assertThat(on(MONDAY).delete(daily.id())).isTrue();
        assertThat(on(MONDAY).delete(daily.id())).isFalse();
        assertThat(on(MONDAY).madeFor(cleo)).hasSize(3);
        assertThat(on(MONDAY).byId(daily.id())).isEmpty();
        assertThat(on(MONDAY.plusDays(1)).madeFor(cleo)).hasSize(4);
    }

    @Test
    void users_whoBecomeOne_haveOneOfEach_andEitherIdLeadsOn() {
        User stays = user("cleo8");
        User goes = user("cleo9");
        List<Playlist> own = on(MONDAY).madeFor(stays);
        List<Playlist> others = on(MONDAY).madeFor(goes);
        on(MONDAY.minusDays(1)).madeFor(goes);
        Playlist kept = on(MONDAY).keep(goes, "Mine", answer(goes)).orElseThrow();
        given().contentType("application/json")
                .body("{\"user\":\"cleo9\"}")
                .post("/api/users/cleo8/aliases")
                .then()
                .statusCode(200);

        List<Playlist> all = on(MONDAY).of(user("cleo9"));
        assertThat(all).extracting(Playlist::user).containsOnly(stays);
        assertThat(all)
                .extracting(Playlist::id)
                .containsAll(own.stream().map(Playlist::id).toList());
        assertThat(all)
                .extracting(Playlist::id)
                .contains(kept.id())
                .doesNotContain(others.get(0).id());
        assertThat(all.stream().filter(list -> list.isOf(PlaylistKind.DAILY_JAMS, MONDAY.minusDays(1))))
                .as("of a day of which only the other had one")
                .hasSize(1);
        assertThat(on(MONDAY).byId(others.get(0).id()).orElseThrow().user()).isEqualTo(stays);
        assertThat(on(MONDAY).keep(goes, "Late", answer(stays)))
                .as("somebody who is another now")
                .isEmpty();

        given().delete("/api/users/cleo8").then().statusCode(204);
        assertThat(rows(stays) + rows(goes)).isZero();
        assertThat(on(MONDAY).byId(kept.id())).isEmpty();
    }

    @Test
    void keep_oneTooMany_isRefused() {
        User cory = user("cory");
        List<Integer> numbers =
                IntStream.range(0, PlaylistService.MAX_KEPT).boxed().toList();
        database.writeEach(numbers, (connection, turn) -> {
            while (turn.hasNext()) {
                Statements.update(
                        connection,
                        "INSERT INTO playlist (id, user_id, name, songs, created_at) VALUES (?, ?, 'One', '1', 0)",
                        "one-" + turn.next(),
                        cory.id());
            }
        });
        PlaylistService service = on(MONDAY);

        assertThatThrownBy(() -> service.keep(cory, "More", answer(cory)))
                .isInstanceOf(TooManyPlaylistsException.class)
                .hasMessageContaining("1000 lists");
        given().contentType("application/json")
                .body("{\"name\":\"More\",\"request\":{\"user\":\"cory\"}}")
                .post("/api/playlists")
                .then()
                .statusCode(409);
        numbers.forEach(number -> service.delete("one-" + number));
        assertThat(service.keep(cory, "More", answer(cory))).isPresent();
    }

    private Recommendation answer(User user) {
        return recommendations
                .recommend(RecommendationQuery.forUser(user, 5))
                .await()
                .indefinitely();
    }

    private int rows(User user) {
        return rows(user, MONDAY.minusDays(30), MONDAY);
    }

    // Other tests make everybody's lists of other days.
    private int rows(User user, LocalDate first, LocalDate last) {
        return database.read(connection -> Statements.selectInt(
                connection,
                "SELECT count(*) FROM playlist WHERE user_id = ? AND (kind IS NULL OR period BETWEEN ? AND ?)",
                user.id(),
                first.toString(),
                last.toString()));
    }

    private static List<String> songs(PlaylistService service, Playlist list) {
        return service.document(list).tracks().stream()
                .map(track -> track.song().publicId())
                .toList();
    }

    private User user(String publicId) {
        return catalog.user(publicId).join().orElseThrow();
    }

    private PlaylistService on(LocalDate day) {
        return new PlaylistService(generation, playlists, tracks, bans, clock(day));
    }

    private PlaylistSchedule schedule(LocalDate day) {
        return new PlaylistSchedule(generation, playlists, users, snapshots, clock(day));
    }

    // Just before the day ends where the household is, half a day earlier elsewhere.
    private static Clock clock(LocalDate day) {
        return Clock.fixed(day.atTime(LocalTime.of(23, 59)).atZone(ZONE).toInstant(), ZONE);
    }
}
