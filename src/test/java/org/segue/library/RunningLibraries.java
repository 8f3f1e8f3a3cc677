package org.segue.library;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.OwnedSongRepository;
import org.segue.catalog.OwnedSongsChanged;
import org.segue.catalog.Repositories;
import org.segue.feedback.FeedbackChanged;
import org.segue.feedback.FeedbackRepository;
import org.segue.feedback.Verdicts;
import org.segue.listens.ListenRepository;
import org.segue.listens.ListensChanged;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;
import org.segue.testsupport.Eventually;
import org.segue.testsupport.FiredEvents;

/** The libraries of a data folder, from their start to their end, without a container and without a network. */
final class RunningLibraries implements AutoCloseable {

    final FakeServer server;
    final Databases.Opened opened;
    final Database database;
    final Repositories catalog;
    final LibraryRepository libraries;
    final LoginRepository logins;
    final LibrarySongRepository songs;
    final FeedbackRepository feedback;
    final OwnedSongRepository owned;
    final LibraryConnections connections;
    final LibrarySyncService syncs;
    final LibraryService service;
    final LoginService signIn;
    final LibraryChoices choices;
    final LoveSending loveSending;
    final FiredEvents<OwnedSongsChanged> ownedChanged = new FiredEvents<>(event -> {});
    final FiredEvents<CatalogChanged> catalogChanged = new FiredEvents<>(this::swept);
    final FiredEvents<FeedbackChanged> feedbackChanged = new FiredEvents<>(event -> {});
    final FiredEvents<ListensChanged> listensChanged = new FiredEvents<>(event -> {});

    private RunningLibraries(Path folder, FakeServer server) throws IOException {
        this.server = server;
        opened = Databases.open(folder);
        database = opened.database();
        catalog = new Repositories(database);
        libraries = new LibraryRepository(database, catalog.sources(), new ObjectMapper());
        logins = new LoginRepository(database);
        songs = new LibrarySongRepository(database);
        feedback = Verdicts.of(database);
        owned = catalog.owned();
        connections = new LibraryConnections(List.of(server), libraries, logins, new SecretKey(opened.folder()));
        SyncEvents events = new SyncEvents(ownedChanged, catalogChanged, feedbackChanged, listensChanged);
        LibraryFileRepository files = new LibraryFileRepository(database);
        PlayCountRepository playCounts = new PlayCountRepository();
        LibraryTasteRepository tastes = new LibraryTasteRepository(database, playCounts);
        SyncLoves loves = new SyncLoves(feedback, songs, tastes, connections, logins);
        FileChoiceRepository fileChoices = new FileChoiceRepository(database);
        SyncWork work = new SyncWork(
                opened.folder(),
                libraries,
                files,
                fileChoices,
                new CandidateRepository(database),
                new SyncReading(connections, libraries, logins),
                new SyncTaste(songs, tastes, loves, fileChoices, events),
                events);
        LeftoverRepository leftovers = new LeftoverRepository(
                database,
                catalog.songs(),
                catalog.artists(),
                new ListenRepository(catalog.songs()),
                playCounts,
                feedback);
        syncs = new LibrarySyncService(
                new LibrarySyncRepository(database, new ObjectMapper()), work, leftovers, events, opened.folder());
        service = new LibraryService(libraries, logins, syncs, events, ending -> List.of());
        signIn = new LoginService(
                database, catalog.house(), libraries, logins, connections, events, ending -> List.of());
        choices = new LibraryChoices(libraries, new LibraryChoiceRepository(database), files, songs, syncs, events);
        loveSending = new LoveSending(libraries, logins, syncs, loves);
        syncs.start(new StartupEvent());
    }

    /** Opens a folder as the service does when it starts. */
    static RunningLibraries start(Path folder, FakeServer server) throws IOException {
        return new RunningLibraries(folder, server);
    }

    private void swept(CatalogChanged event) {
        if (syncs != null) {
            syncs.catalogChanged(event);
        }
    }

    /** Adds a library of the fake server. */
    int create() {
        return service.create(LibraryKind.SUBSONIC, "Navidrome", URI.create("http://music.example:4533"), null)
                .id();
    }

    LibraryLogin login(int library, String listener) {
        return login(library, listener, LoginTaste.DEFAULT);
    }

    LibraryLogin login(int library, String listener, LoginTaste taste) {
        Account account = new Account(listener, server.passwords.getOrDefault(listener, ""), false);
        return signIn.add(libraries.byId(library).orElseThrow().library(), listener, account, taste);
    }

    /** Syncs and waits for the end. */
    LibrarySync sync(int library) {
        return sync(library, false);
    }

    LibrarySync sync(int library, boolean forget) {
        LibrarySync sync = await(syncs.sync(library, forget).id());
        awaitSweep();
        return sync;
    }

    LibrarySync await(int id) {
        Eventually.until(() -> syncs.byId(id).orElseThrow().status().isFinal());
        return syncs.byId(id).orElseThrow();
    }

    /** Waits until what is left over is gone: it is done on the thread of the syncs. */
    void awaitSweep() {
        Eventually.until(() -> rows("library_file WHERE (library_id, seen) NOT IN (SELECT id, seen FROM library)") == 0
                && rows(
                                "song s JOIN import i ON i.id = s.import_id AND i.library = 1 WHERE NOT EXISTS (SELECT 1 FROM library_file f"
                                        + " WHERE f.song_id = s.id) AND NOT EXISTS (SELECT 1 FROM play_count p WHERE p.song_id = s.id)"
                                        + " AND s.merged_into IS NULL")
                        == 0);
    }

    /** How the songs of a library were matched, by the server's ids. */
    Map<String, String> matches(int library) {
        Map<String, String> found = new TreeMap<>();
        for (LibrarySong song : songs.page(library, null, 0, 1000)) {
            found.put(song.id(), song.match().by().word());
        }
        return found;
    }

    /** Titles of the songs that a listener loves. */
    List<String> loves(String listener) {
        return feedback.of(user(listener), Instant.now()).stream()
                .map(said -> said.name())
                .sorted()
                .toList();
    }

    /** Titles of the songs that a listener owns. */
    List<String> owns(String listener) {
        return owned.of(user(listener)).songs().stream()
                .mapToObj(song -> catalog.songs().byIds(List.of(song)).get(0).title())
                .sorted()
                .toList();
    }

    int user(String listener) {
        return catalog.house().find(listener).orElseThrow().id();
    }

    int rows(String table) {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM " + table));
    }

    @Override
    public void close() throws IOException {
        try {
            syncs.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        opened.close();
    }
}
