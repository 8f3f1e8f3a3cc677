package org.segue.library.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segue.library.LibraryConnections;
import org.segue.library.LibraryLogin;
import org.segue.library.LibrarySongRepository;
import org.segue.library.LoginRepository;
import org.segue.playlists.DaysOfPlaylists;
import org.segue.playlists.Playlist;
import org.segue.testsupport.FakeLibrary.FakeList;
import org.segue.testsupport.FakeSubsonic;

/** Lists on a server from one day to the next, and from one week to the next. */
@QuarkusTest
@TestProfile(ListPushTest.Profile.class)
class ListPushDaysTest extends PushHousehold {

    /** After the day on which the test runs, whenever that is; the household's listens have no times. */
    private static final LocalDate MONDAY = LocalDate.of(2040, 1, 2);

    @Inject
    DaysOfPlaylists days;

    @Inject
    LoginRepository known;

    @Inject
    LibraryConnections connections;

    @Inject
    LibrarySongRepository songs;

    @Inject
    PushedListRepository pushed;

    private ListPushService on(LocalDate day) {
        return new ListPushService(known, connections, songs, new SendableLists(days.on(day)), pushed);
    }

    @Test
    void nextDay_replacesTheDailyListUnderItsId_keepsKeptOnes_andDeletedOnesStayAway() {
        LibraryLogin login =
                login(library(new FakeSubsonic(FakeSubsonic.Dialect.NAVIDROME, music, false)), "cleo7", "anna");
        Playlist sunday = keep("cleo7", "Sunday", 1, 5);
        on(MONDAY).pushChanges();
        FakeList daily = named("anna", "Daily jams");
        FakeList weekly = named("anna", "Weekly jams");
        FakeList exploration = named("anna", "Weekly exploration");
        FakeList kept = named("anna", "Sunday");
        Set<String> ofMonday = new HashSet<>(daily.songIds);
        List<String> ofFirstWeek = List.copyOf(exploration.songIds);
        music.deleteList(weekly.id);

        on(MONDAY.plusDays(1)).pushChanges();

        assertThat(named("anna", "Daily jams").id).isEqualTo(daily.id);
        assertThat(daily.songIds).isNotEmpty().doesNotContainAnyElementsOf(ofMonday);
        assertThat(daily.comment).contains(SendableList.MARKER);
        assertThat(exploration.songIds).isEqualTo(ofFirstWeek);
        assertThat(named("anna", "Sunday").id).isEqualTo(kept.id);

        on(MONDAY.plusDays(7)).pushChanges();
        on(MONDAY.plusDays(14)).push(login);

        assertThat(music.lists().values()).extracting(list -> list.name).doesNotHaveDuplicates();
        assertThat(named("anna", "Weekly exploration").id).isEqualTo(exploration.id);
        assertThat(exploration.songIds).isNotEmpty().isNotEqualTo(ofFirstWeek);
        assertThat(music.lists().values()).extracting(list -> list.name).doesNotContain("Weekly jams");
        assertThat(state(login, "weekly-jams").state()).isEqualTo(PushState.DELETED);
        assertThat(named("anna", "Sunday").songIds).hasSize(4);
        assertThat(playlists.keptBy(user("cleo7"))).extracting(Playlist::id).containsExactly(sunday.id());
    }
}
