package org.segue.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.Repositories;
import org.segue.catalog.Source;
import org.segue.catalog.UnknownUserException;
import org.segue.catalog.User;
import org.segue.catalog.UserForgotten;
import org.segue.catalog.UserMergeRepository;
import org.segue.feedback.Verdicts;
import org.segue.listens.Added;
import org.segue.listens.HistoryChanged;
import org.segue.listens.Listen;
import org.segue.listens.ListenRepository;
import org.segue.listens.Listens;
import org.segue.listens.ListensChanged;
import org.segue.listens.Measure;
import org.segue.listens.PlayCount;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;
import org.segue.testsupport.FiredEvents;

/** Merging and forgetting in a real database, cut short and beside imports that run. */
class PeopleServiceTest {

    private static final int IMPORT = 1;

    @TempDir
    Path folder;

    private final PlayCountRepository playCounts = new PlayCountRepository();
    private final FiredEvents<UserForgotten> forgotten = new FiredEvents<>(event -> {});
    private final FiredEvents<HistoryChanged> historyChanged = new FiredEvents<>(event -> {});
    private Databases.Opened opened;
    private Database database;
    private Repositories catalog;
    private ListenRepository listens;
    private PeopleService people;
    private Source source;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
        catalog = new Repositories(database);
        listens = new ListenRepository(catalog.songs());
        people = new PeopleService(
                database,
                new UserMergeRepository(),
                catalog.house(),
                catalog.forgotten(),
                listens,
                Listens.joined(database),
                playCounts,
                Verdicts.of(database),
                new PeopleEvents(
                        new FiredEvents<CatalogChanged>(event -> {}),
                        historyChanged,
                        new FiredEvents<ListensChanged>(event -> {}),
                        forgotten,
                        new FiredEvents<>(event -> {})));
        source = database.writeNow(connection -> catalog.sources().resolve(connection, "home"));
        database.writeNow(
                connection -> Statements.update(
                        connection,
                        "INSERT INTO import (id, status, request, created_at) VALUES (1, 'running', '{\"user\":\"anna\"}', 0)"));
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
    }

    private int user(String name) {
        List<Integer> keys = new ArrayList<>();
        database.writeNow(connection -> {
            catalog.users().resolve(connection, source, IMPORT, List.of(name).iterator(), (id, key) -> keys.add(key));
            return true;
        });
        return keys.get(0);
    }

    private void listen(int user, int from, int to) {
        List<Listen> all = IntStream.range(from, to)
                .mapToObj(i -> new Listen(user, 1_700_000_000L + i, 1 + i % 7))
                .toList();
        database.writeEach(all, (connection, turn) -> listens.add(connection, IMPORT, turn, new Added()));
    }

    private void play(int user, double plays) {
        database.writeEach(
                List.of(new PlayCount(user, 5, Measure.PLAYS, plays)),
                (connection, turn) -> playCounts.add(connection, IMPORT, source, turn, new Added()));
    }

    private int rows(String table, int user) {
        return database.read(connection ->
                Statements.selectInt(connection, "SELECT count(*) FROM " + table + " WHERE user_id = ?", user));
    }

    @Test
    void merge_manyRows_allMoveAndTheSameListenIsOne() {
        int anna = user("anna");
        int annalein = user("annalein");
        listen(anna, 0, 100);
        listen(annalein, 50, 3050);

        assertThat(people.merge(annalein, anna)).isTrue();

        assertThat(rows("listen", anna)).isEqualTo(3050);
        assertThat(rows("listen", annalein)).isZero();
        assertThat(historyChanged.fired()).extracting(HistoryChanged::userId).containsExactly(annalein, anna);
        assertThat(people.merge(annalein, anna)).isFalse();
        assertThat(people.merge(anna, annalein)).isFalse();
    }

    @Test
    void merge_killedAfterTheDecision_isFinishedByTheNextStart() {
        int anna = user("anna");
        int annalein = user("annalein");
        listen(annalein, 0, 2500);
        play(annalein, 3);
        database.writeNow(connection ->
                new UserMergeRepository().merge(connection, annalein, anna).isPresent());
        assertThat(rows("listen", annalein)).isEqualTo(2500);

        people.start(new StartupEvent());

        assertThat(rows("listen", anna)).isEqualTo(2500);
        assertThat(rows("play_count", anna)).isEqualTo(1);
        assertThat(rows("listen", annalein) + rows("play_count", annalein)).isZero();
    }

    @Test
    void merge_whileAnImportWrites_itsRowsArriveAtTheOne() {
        int anna = user("anna");
        int annalein = user("annalein");
        listen(annalein, 0, 10);
        play(annalein, 3);
        people.merge(annalein, anna);

        listen(annalein, 5, 20);
        play(anna, 4);

        assertThat(rows("listen", anna)).isEqualTo(20);
        assertThat(rows("listen", annalein)).isZero();
        assertThat(number("SELECT value FROM play_count WHERE user_id = ?", anna))
                .isEqualTo(7);
        assertThat(user("annalein")).as("later imports").isEqualTo(anna);
    }

    @Test
    void merge_somebodyIsGone_isRefused() {
        int anna = user("anna");
        int ben = user("ben");
        people.forget(ben);

        assertThatThrownBy(() -> people.merge(ben, anna)).isInstanceOf(UnknownUserException.class);
        assertThatThrownBy(() -> people.merge(anna, ben)).isInstanceOf(UnknownUserException.class);
    }

    @Test
    void forget_whileAnImportWrites_nothingOfItIsKept_andThatImportDoesNotMakeTheUserAgain() {
        int anna = user("anna");
        listen(anna, 0, 1500);
        database.writeNow(connection ->
                Statements.update(connection, "UPDATE import SET created_at = ?", System.currentTimeMillis() - 1000));

        people.forget(anna);
        listen(anna, 1500, 1600);
        play(anna, 2);

        assertThat(rows("listen", anna) + rows("play_count", anna)).isZero();
        assertThat(user("anna")).as("by an import accepted before").isZero();
        assertThat(forgotten.fired().get(0).keys()).containsExactly(anna);
        database.writeNow(
                connection -> Statements.update(connection, "UPDATE import SET status = 'completed' WHERE id = 1"));
        people.catalogChanged(new CatalogChanged());
        assertThat(rowCount("forgotten_alias")).as("names kept").isZero();
        assertThat(user("anna")).as("by a later import").isGreaterThan(anna);
    }

    @Test
    void forget_namesAreGone_fromImportsAndTheIndexToo() {
        int anna = user("anna");
        int annalein = user("annalein");
        database.writeNow(
                connection -> Statements.update(connection, "UPDATE import SET status = 'completed' WHERE id = 1"));
        people.merge(annalein, anna);

        people.forget(anna);

        for (String table : List.of("user", "user_alias", "user_search", "forgotten_alias")) {
            assertThat(rowCount(table)).as(table).isZero();
        }
        assertThat(number("SELECT count(*) FROM import WHERE request LIKE '%anna%'"))
                .isZero();
        assertThat(catalog.forgotten().forgotten()).containsExactlyInAnyOrder(anna, annalein);
        assertThat(catalog.forgotten().forgottenInModels()).containsExactlyInAnyOrder(anna, annalein);
    }

    @Test
    void forget_killedBeforeTheRowsWent_isFinishedByTheNextStart() {
        int anna = user("anna");
        listen(anna, 0, 2500);
        database.writeNow(
                connection -> catalog.forgotten().forget(connection, anna, 1).size());
        assertThat(rows("listen", anna)).isEqualTo(2500);

        people.start(new StartupEvent());

        assertThat(rows("listen", anna)).isZero();
        assertThat(database.read(catalog.forgotten()::forgottenWithRows)).isEmpty();
    }

    @Test
    void merge_householdWithBackground_isHousehold() {
        int anna = user("anna");
        database.writeNow(connection -> Statements.update(connection, "UPDATE import SET population = 1"));
        int stranger = user("stranger");
        assertThat(catalog.users().count("")).isEqualTo(1);
        assertThat(catalog.users().count("stranger")).isZero();

        people.merge(anna, stranger);

        assertThat(catalog.users().isBackground(stranger)).isFalse();
        assertThat(catalog.users().search("anna", 0, 10)).extracting(User::id).containsExactly(stranger);
        assertThat(catalog.users().search("stranger", 0, 10))
                .as("a name that nobody here was told")
                .isEmpty();
    }

    private int number(String sql, Object... parameters) {
        return database.read(connection -> Statements.selectInt(connection, sql, parameters));
    }

    private int rowCount(String table) {
        return database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM " + table));
    }
}
