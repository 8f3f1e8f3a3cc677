package org.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.UserMergeRepository;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackChanged;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.feedback.Verdicts;
import org.segue.library.LibraryConfig.Sync;
import org.segue.library.LibraryException.Fault;
import org.segue.library.ServerSong.Preferences;
import org.segue.storage.Statements;
import org.segue.text.Sentence;

/** What logins' stars, ratings and play counts come to here, on a real database. */
@Timeout(120)
class LibraryTasteTest {

    private static final Instant STARRED = Instant.ofEpochSecond(1_600_000_000);
    private static final LoginTaste ALL = new LoginTaste(true, true, true, false);

    private final FakeServer server = new FakeServer();

    @TempDir
    private Path folder;

    private RunningLibraries running;
    private int library;

    @BeforeEach
    void start() throws IOException {
        running = RunningLibraries.start(folder, server);
        server.add("a", "Nella Quist", "Harbour Lights");
        server.add("b", "Mira Holt", "Northbound");
        library = running.create();
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    private int song(String id) {
        return running.songs.byId(library, id).orElseThrow().match().song().id();
    }

    private FeedbackService said() {
        return Verdicts.service(running.database);
    }

    private List<Double> values(String listener, int rating) {
        return running.database.query(
                "SELECT value FROM play_count WHERE user_id = ? AND rating = ? ORDER BY value",
                row -> row.getDouble(1),
                running.user(listener),
                rating);
    }

    @Test
    void stars_ofTwoListenersOnOneServer_areEachOnesOwn() {
        server.star("anna", "a", STARRED);
        server.star("ben", "b", STARRED);
        running.login(library, "anna");
        running.login(library, "ben");

        running.sync(library);

        assertThat(running.loves("anna")).containsExactly("Harbour Lights");
        assertThat(running.loves("ben")).containsExactly("Northbound");
    }

    @Test
    void unstarring_takesBackOnlyTheLoveThatTheStarMade() {
        server.star("anna", "a", STARRED);
        server.star("anna", "b", STARRED);
        running.login(library, "anna");
        running.sync(library);
        said().put(running.user("anna"), new Feedback(Subject.SONG, song("b"), Verdict.LOVE, null));
        server.star("anna", "a", null);
        server.star("anna", "b", null);

        running.sync(library);

        assertThat(running.loves("anna")).containsExactly("Northbound");
    }

    @Test
    void love_takenBackHere_staysAwayThoughTheStarStays() {
        server.star("anna", "a", STARRED);
        running.login(library, "anna");
        running.sync(library);
        said().delete(running.user("anna"), Subject.SONG, song("a"));

        running.sync(library);

        assertThat(running.loves("anna")).isEmpty();
    }

    @Test
    void counts_switchedOn_countWhatIsNotKnownFromElsewhere() {
        server.think("anna", "a", new Preferences(null, 4, 10, null));
        server.think("anna", "b", new Preferences(null, 0, 2, null));
        LibraryLogin login = running.login(library, "anna", ALL);
        running.sync(library);
        assertThat(values("anna", 0)).containsExactly(2.0, 10.0);
        assertThat(values("anna", 1)).containsExactly(4.0);
        int user = running.user("anna");
        int song = song("a");
        running.database.writeNow(connection -> Statements.update(
                connection,
                "INSERT INTO listen (user_id, listened_at, song_id, import_id)"
                        + " SELECT ?, value, ?, 0 FROM json_each('[1650000000, 1650001000, 1650002000]')",
                user,
                song));

        running.sync(library);

        assertThat(values("anna", 0)).containsExactly(2.0, 7.0);
        running.signIn.change(login.id(), LoginTaste.NONE);
        running.sync(library);
        assertThat(values("anna", 0)).isEmpty();
        assertThat(values("anna", 1)).isEmpty();
    }

    @Test
    void lovesOut_switchedOn_becomeStarsAndAreTakenAwayAgain() {
        server.star("anna", "b", STARRED);
        running.login(library, "anna", new LoginTaste(true, true, false, true));
        running.sync(library);
        assertThat(server.starred).isEmpty();
        int user = running.user("anna");
        said().put(user, new Feedback(Subject.SONG, song("a"), Verdict.LOVE, null));

        running.sync(library);
        running.sync(library);

        assertThat(server.starred).containsExactly("star a by anna");
        said().delete(user, Subject.SONG, song("a"));
        running.sync(library);
        assertThat(server.starred).containsExactly("star a by anna", "unstar a by anna");
        assertThat(running.loves("anna")).containsExactly("Northbound");
    }

    // What says it in the service is an event; here the test does.
    private void soon(int user) {
        running.loveSending.changed(new FeedbackChanged(user));
        running.loveSending.look(System.nanoTime() + Duration.ofSeconds(10).toNanos());
    }

    @Test
    void love_isSentSoon_butNoStarOfTheirOwnIsTakenAway() {
        LibraryLogin login = running.login(library, "anna", new LoginTaste(false, false, false, true));
        running.sync(library);
        server.star("anna", "b", STARRED);
        int user = running.user("anna");
        said().put(user, new Feedback(Subject.SONG, song("a"), Verdict.LOVE, null));
        said().put(user, new Feedback(Subject.SONG, song("b"), Verdict.LOVE, null));
        running.loveSending.changed(new FeedbackChanged(user));

        running.loveSending.look(System.nanoTime());
        assertThat(server.starred).as("so soon after it was said").isEmpty();
        soon(user);
        soon(user);
        assertThat(server.starred).containsExactly("star a by anna");

        said().delete(user, Subject.SONG, song("a"));
        said().delete(user, Subject.SONG, song("b"));
        soon(user);
        assertThat(server.starred).containsExactly("star a by anna", "unstar a by anna");
        assertThat(running.logins.byId(login.id()).orElseThrow().problem()).isNull();
    }

    @Test
    void love_thatTheServerDoesNotTake_isNotedAndSentByTheNextSync() {
        LibraryLogin login = running.login(library, "anna", new LoginTaste(true, true, false, true));
        running.sync(library);
        int user = running.user("anna");
        said().put(user, new Feedback(Subject.SONG, song("a"), Verdict.LOVE, null));
        server.failure = new LibraryException(Fault.UNREACHABLE, Sentence.plain("Nothing answers there."));
        soon(user);
        assertThat(running.logins.byId(login.id()).orElseThrow().problem())
                .isEqualTo(Sentence.plain("Nothing answers there."));
        assertThat(server.starred).isEmpty();

        server.failure = null;
        running.sync(library);
        assertThat(server.starred).containsExactly("star a by anna");
        assertThat(running.logins.byId(login.id()).orElseThrow().problem()).isNull();
    }

    @Test
    void remove_login_takesBackWhatItAloneBrought() {
        server.star("anna", "a", STARRED);
        server.think("anna", "b", new Preferences(null, 5, 3, null));
        LibraryLogin login = running.login(library, "anna", ALL);
        running.login(library, "ben");
        running.sync(library);

        assertThat(running.signIn.remove(login.id())).contains(List.of());

        assertThat(running.loves("anna")).isEmpty();
        assertThat(values("anna", 0)).isEmpty();
        assertThat(running.owned.of(running.user("anna")).isKnown()).isFalse();
        assertThat(running.owns("ben")).hasSize(2);
        assertThat(running.signIn.remove(login.id())).isEmpty();
    }

    @Test
    void merge_ofListeners_movesTheLoginAndDropsASecondOne() {
        server.star("anna", "a", STARRED);
        server.star("ben", "b", STARRED);
        running.login(library, "anna");
        running.login(library, "ben");
        running.sync(library);
        int anna = running.user("anna");
        int ben = running.user("ben");

        running.database.writeNow(connection -> {
            boolean isMerged =
                    new UserMergeRepository().merge(connection, ben, anna).isPresent();
            running.feedback.move(connection, ben, anna);
            return isMerged;
        });

        assertThat(running.logins.ofLibrary(library))
                .extracting(LibraryLogin::serverUser)
                .containsExactly("anna");
        assertThat(running.loves("anna")).containsExactly("Harbour Lights");
    }

    @Test
    void secret_afterARestoreElsewhere_isAskedForAgain() throws IOException {
        LibraryLogin login = running.login(library, "anna");
        Path key = folder.resolve(SecretKey.FILE);
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.delete(key);

        LibrarySync failed = running.sync(library);

        assertThat(failed.error()).contains("Sign in again");
        assertThat(running.logins.byId(login.id()).orElseThrow().problem())
                .asString()
                .contains("Sign in again");
        running.login(library, "anna");
        assertThat(running.sync(library).error()).isNull();
    }

    @Test
    void secret_isNotInTheDatabaseAsItIs() {
        LibraryLogin login = running.login(library, "anna");

        assertThat(running.logins.secret(login.id()).orElseThrow()).doesNotContain("sesame");
        assertThat(new Account("anna", "sesame", false).toString()).doesNotContain("sesame");
        assertThat(login.toString()).doesNotContain("sesame");
    }

    @Test
    void night_syncsWhatWasSyncedBefore() {
        running.login(library, "anna");
        NightlySync nightly = new NightlySync(() -> Sync.NIGHTLY, running.libraries, running.logins, running.syncs);
        Clock tomorrow = Clock.fixed(Instant.now().plusSeconds(86_400), ZoneOffset.UTC);
        assertThat(nightly.look(Sync.NIGHTLY, tomorrow)).as("never synced").isEmpty();
        running.sync(library);

        assertThat(nightly.look(Sync.OFF, tomorrow)).isEmpty();
        assertThat(nightly.look(Sync.NIGHTLY, Clock.systemUTC()))
                .as("today's is done")
                .isEmpty();
        assertThat(nightly.look(Sync.NIGHTLY, tomorrow)).containsExactly(library);
        running.await(running.syncs.last(library).orElseThrow().id());
    }
}
