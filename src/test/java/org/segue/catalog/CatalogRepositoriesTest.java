package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.storage.Database;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

/** Users, songs and artists in a real database. */
class CatalogRepositoriesTest {

    @TempDir
    Path folder;

    private Databases.Opened opened;
    private Database database;
    private UserRepository users;
    private SongRepository songs;
    private ArtistRepository artists;
    private Source hetrec;
    private Source table;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        database = opened.database();
        users = new UserRepository(database);
        songs = new SongRepository(database);
        artists = new ArtistRepository(database);
        SourceRepository sources = new SourceRepository();
        hetrec = database.writeNow(connection -> sources.resolve(connection, "hetrec"));
        table = database.writeNow(connection -> sources.resolve(connection, "table"));
        database.writeNow(connection -> Statements.update(
                connection, "INSERT INTO import (id, status, request, created_at) VALUES (1, 'running', '{}', 0)"));
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
    }

    @Test
    void sources_sameName_areOne() {
        SourceRepository sources = new SourceRepository();
        Source again = database.writeNow(connection -> sources.resolve(connection, "hetrec"));

        assertThat(again).isEqualTo(hetrec).isNotEqualTo(table);
    }

    @Test
    void resolveUsers_twice_givesTheSameKeysInTheOrderAsked() {
        List<Integer> first = resolveUsers(hetrec, "2", "anna", "3");
        List<Integer> again = resolveUsers(hetrec, "3", "2", "anna");

        assertThat(first).doesNotHaveDuplicates();
        assertThat(again).containsExactly(first.get(2), first.get(0), first.get(1));
        assertThat(users.count("")).isEqualTo(3);
    }

    @Test
    void resolveUsers_sameIdOfTwoSources_staysTwoUsers() {
        int one = resolveUsers(hetrec, "2").get(0);
        int other = resolveUsers(table, "2").get(0);

        assertThat(other).isNotEqualTo(one);
        assertThat(users.byPublicId("2")).map(User::id).contains(one);
        assertThat(users.byPublicId("table:2")).map(User::id).contains(other);
        assertThat(users.byAlias("hetrec", "2")).map(User::id).contains(one);
        assertThat(users.byAlias("table", "2")).map(User::id).contains(other);
        assertThat(users.byAlias("nowhere", "2")).isEmpty();
    }

    @Test
    void searchUsers_startsOfWords_areFoundWhateverTheCaseAndAccents() {
        resolveUsers(table, "Zoë Ångström", "zora", "Anna Zorn", "ben");

        assertThat(names(users.search("zo", 0, 10))).containsExactly("Zoë Ångström", "zora", "Anna Zorn");
        assertThat(names(users.search("ZOE ang", 0, 10))).containsExactly("Zoë Ångström");
        assertThat(names(users.search("orn", 0, 10))).isEmpty();
        assertThat(users.count("zo")).isEqualTo(3);
    }

    @Test
    void usersOfAName_areFoundInAnyCase() {
        resolveUsers(table, "Zoë Ångström", "zora", "!!!", "Zoë");
        resolveUsers(hetrec, "ZORA");

        assertThat(users.byName("zoë ångström")).extracting(User::name).containsExactly("Zoë Ångström");
        assertThat(users.byName("ZOË")).extracting(User::name).containsExactly("Zoë");
        assertThat(users.byName("!!!")).extracting(User::name).containsExactly("!!!");
        assertThat(users.byName("Zora")).extracting(User::name).containsExactly("zora", "ZORA");
        assertThat(users.byName("zo")).isEmpty();
        assertThat(users.byName("")).isEmpty();
    }

    @Test
    void searchUsers_inParts_givesEachOnce() {
        String[] ids = IntStream.range(0, 25).mapToObj(i -> "user " + i).toArray(String[]::new);
        resolveUsers(table, ids);
        List<String> found = new ArrayList<>();
        for (int offset = 0; offset < 25; offset += 10) {
            found.addAll(names(users.search("us", offset, 10)));
        }

        assertThat(found).containsExactly(ids);
        assertThat(names(users.search("", 20, 10))).hasSize(5);
    }

    @Test
    void deleteUser_leavesNoAliasAndNoWords() {
        int key = resolveUsers(table, "anna").get(0);
        database.writeNow(connection -> {
            users.delete(connection, key);
            return true;
        });

        assertThat(users.byPublicId("anna")).isEmpty();
        assertThat(users.byAlias("table", "anna")).isEmpty();
        assertThat(users.search("anna", 0, 10)).isEmpty();
        assertThat(users.count("anna")).isZero();
        assertThat(resolveUsers(table, "anna").get(0))
                .as("keys are never used twice")
                .isGreaterThan(key);
    }

    @Test
    void resolveSongs_twice_givesTheSameKeys() {
        List<Integer> first = resolveSongs(table, song("a", "Teardrop", "Massive Attack"), song("b", null, null));
        List<Integer> again = resolveSongs(table, song("b", null, null), song("a", null, null));

        assertThat(again).containsExactly(first.get(1), first.get(0));
        assertThat(songs.count("")).isEqualTo(2);
    }

    @Test
    void resolveSongs_sameIdOfTwoSources_staysTwoSongs() {
        int one = resolveSongs(hetrec, song("1", "One", null)).get(0);
        int other = resolveSongs(table, song("1", "Other", null)).get(0);

        assertThat(songs.byPublicId("1")).map(Song::title).contains("One");
        assertThat(songs.byPublicId("table:1")).map(Song::title).contains("Other");
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void resolveSongs_oneArtistSpelledTwice_isOneArtist() {
        resolveSongs(table, song("a", "Svefn", "Sigur Rós"), song("b", "Hoppípolla", "SIGUR ROS"));
        Song first = songs.byPublicId("a").orElseThrow();
        Song second = songs.byPublicId("b").orElseThrow();

        assertThat(first.artistId()).isEqualTo(second.artistId()).isPositive();
        assertThat(second.artist()).isEqualTo("Sigur Rós");
        assertThat(artists.keyOf("sigur-ros")).contains(first.artistId());
        assertThat(artists.keyOf("nobody")).isEmpty();
    }

    @Test
    void resolveSongs_titleComesLater_isAddedOnce() {
        int key = resolveSongs(table, song("a", null, null)).get(0);
        assertThat(songs.byPublicId("a")).map(Song::title).contains("a");
        resolveSongs(table, song("a", "Teardrop", "Massive Attack"));
        resolveSongs(table, song("a", "Another Title", "Somebody"));

        Song song = songs.byPublicId("a").orElseThrow();
        assertThat(song)
                .returns(key, Song::id)
                .returns("Teardrop", Song::title)
                .returns("Massive Attack", Song::artist)
                .returns("massive-attack", Song::artistPublicId);
        assertThat(songs.search("tear", 0, 10)).containsExactly(song);
        assertThat(songs.search("attack", 0, 10)).containsExactly(song);
        assertThat(songs.search("another", 0, 10)).isEmpty();
    }

    @Test
    void searchSongs_popularFirst_thenOldest() {
        List<Integer> keys = resolveSongs(
                table,
                song("a", "Blue One", null),
                song("b", "Blue Two", null),
                song("c", "Blue Three", null),
                song("d", "Red", "Blue Artist"));
        List<SongListeners> counts = List.of(new SongListeners(keys.get(2), 9), new SongListeners(keys.get(3), 5));
        database.writeEach(counts, songs::updateListeners);

        assertThat(titles(songs.search("BLU", 0, 10))).containsExactly("Blue Three", "Red", "Blue One", "Blue Two");
        assertThat(titles(songs.search("blue", 1, 2))).containsExactly("Red", "Blue One");
        assertThat(titles(songs.search("", 0, 2))).containsExactly("Blue Three", "Red");
        assertThat(songs.count("blue")).isEqualTo(4);
        assertThat(songs.count("blue t")).isEqualTo(2);
    }

    @Test
    void table_knowsArtistsAndListenersByKey() {
        List<Integer> keys =
                resolveSongs(table, song("a", "A", "Artist"), song("b", "B", null), song("c", "C", "Artist"));
        database.writeEach(List.of(new SongListeners(keys.get(1), 3)), songs::updateListeners);
        SongStats known = songs.table();

        assertThat(known.artistOf(keys.get(0)))
                .isEqualTo(known.artistOf(keys.get(2)))
                .isPositive();
        assertThat(known.artistOf(keys.get(1))).isZero();
        assertThat(known.heardSongs()).containsExactly(keys.get(1));
        assertThat(known.isHeard(keys.get(0))).isFalse();
        assertThat(known.isHeard(1_000_000)).isFalse();
        assertThat(known.listeners(keys.get(1))).isEqualTo(3);
    }

    @Test
    void deleteSong_leavesNoAliasNoWordsAndNoArtist() {
        int key = resolveSongs(table, song("a", "Teardrop", "Massive Attack"), song("b", "Roads", "Portishead"))
                .get(0);
        int artistsGone = database.writeNow(connection -> {
            songs.delete(connection, key);
            return artists.deleteWithoutSongs(connection);
        });

        assertThat(artistsGone).isEqualTo(1);
        assertThat(artists.keyOf("massive-attack")).isEmpty();
        assertThat(artists.keyOf("portishead")).isPresent();
        assertThat(songs.byPublicId("a")).isEmpty();
        assertThat(songs.search("teardrop", 0, 10)).isEmpty();
        assertThat(resolveSongs(table, song("a", "Teardrop", null)).get(0)).isGreaterThan(key);
    }

    // Without one, each deletion of what is referred to reads the whole table: a minute for 20,000 songs.
    @Test
    void whatRefersToUsersSongsOrArtists_hasAnIndex() {
        List<String> without = database.read(connection -> {
            List<String> columns = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT t.name || '.' || f."from"
                            FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
                            WHERE t.type = 'table' AND f."table" IN ('user', 'song', 'artist') AND NOT EXISTS (
                              SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
                              WHERE c.seqno = 0 AND c.name = f."from")""");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
            return columns;
        });

        assertThat(without).isEmpty();
    }

    @Test
    void songCalled_isOfTheId_elseOfTheTitle_elseTheMostPlayedThatMatches() {
        resolveSongs(
                table,
                song("a", "Creep (Acoustic)", "Radiohead"),
                song("b", "Creep", "Radiohead"),
                song("creep", "Something else", null));
        Catalog catalog = new Catalog(users, new HouseRepository(database), songs, artists, database);

        assertThat(catalog.songCalled("creep").join()).map(Song::title).contains("Something else");
        assertThat(catalog.songCalled("CREEP").join()).map(Song::title).contains("Creep");
        assertThat(catalog.songCalled("radiohead creep acou").join())
                .map(Song::title)
                .contains("Creep (Acoustic)");
        assertThat(catalog.songCalled("no surprises").join()).isEmpty();
        assertThat(catalog.songCalled("!?").join()).isEmpty();
    }

    @Test
    void catalog_answersFromMemoryUntilItIsToldOfAChange() {
        Catalog catalog = new Catalog(users, new HouseRepository(database), songs, artists, database);
        int key = resolveSongs(table, song("a", null, null)).get(0);
        assertThat(catalog.user("anna").join()).isEmpty();
        assertThat(catalog.song("a").join()).map(Song::title).contains("a");
        assertThat(catalog.songs(List.of(key, 99)).join()).containsOnlyKeys(key);
        assertThat(catalog.artistKey("massive-attack").join()).isEmpty();
        resolveUsers(table, "anna");
        resolveSongs(table, song("a", "Teardrop", "Massive Attack"));
        assertThat(catalog.user("anna").join()).isEmpty();
        assertThat(catalog.songs(List.of(key)).join().get(key)).returns("a", Song::title);

        catalog.forget(new CatalogChanged());

        assertThat(catalog.user("anna").join()).isPresent();
        Ref anna = new Ref("table", "anna");
        assertThat(catalog.resolve(List.of(anna), List.of(), List.of()).join().users())
                .containsOnlyKeys(anna);
        assertThat(catalog.song("a").join()).map(Song::title).contains("Teardrop");
        assertThat(catalog.artistKey("massive-attack").join()).isPresent();
        assertThat(catalog.songs(List.of(key)).join())
                .isEqualTo(Map.of(key, songs.byPublicId("a").orElseThrow()));
    }

    private static ExternalSong song(String id, @Nullable String title, @Nullable String artist) {
        return new ExternalSong(id, title, artist, null);
    }

    private List<Integer> resolveUsers(Source source, String... ids) {
        List<Integer> keys = new ArrayList<>();
        database.writeEach(
                List.of(ids),
                (connection, turn) -> users.resolve(connection, source, 1, turn, (id, key) -> keys.add(key)));
        return keys;
    }

    private List<Integer> resolveSongs(Source source, ExternalSong... external) {
        List<Integer> keys = new ArrayList<>();
        database.writeEach(
                List.of(external),
                (connection, turn) -> songs.resolve(connection, source, 1, turn, (song, key) -> keys.add(key)));
        return keys;
    }

    private static List<String> names(List<User> found) {
        return found.stream().map(User::name).toList();
    }

    private static List<String> titles(List<Song> found) {
        return found.stream().map(Song::title).toList();
    }

    @Test
    void searchSongs_shortPrefixOfMany_findsThePopularOnesFirst_andEachOnce() {
        List<ExternalSong> many = IntStream.range(0, 2600)
                .mapToObj(i -> new ExternalSong("m" + i, "Mellow " + i, i % 2 == 0 ? "Ämber" : null, null))
                .toList();
        List<Integer> keys = new ArrayList<>();
        database.writeEach(
                many, (connection, turn) -> songs.resolve(connection, table, 1, turn, (song, key) -> keys.add(key)));
        List<SongListeners> counts = IntStream.range(2500, 2600)
                .mapToObj(i -> new SongListeners(keys.get(i), i))
                .toList();
        database.writeEach(counts, songs::updateListeners);
        new PopularSongRepository(database).refresh();

        assertThat(songs.search("m", 0, 3)).extracting(Song::publicId).containsExactly("m2599", "m2598", "m2597");
        assertThat(songs.search("amb", 98 / 2, 2)).extracting(Song::publicId).containsExactly("m2500", "m0");
        assertThat(songs.count("m")).isEqualTo(100 + 500);
        List<Song> paged = new ArrayList<>();
        for (int offset = 0; offset < 600; offset += 60) {
            paged.addAll(songs.search("mel", offset, 60));
        }
        assertThat(paged).hasSize(600).doesNotHaveDuplicates();
        assertThat(songs.search("mel", 600, 60)).isEmpty();

        database.writeNow(connection -> {
            songs.delete(connection, keys.get(2599));
            return true;
        });
        assertThat(songs.search("m", 0, 1)).extracting(Song::publicId).containsExactly("m2598");
        database.writeEach(List.of(new SongListeners(keys.get(0), 9999)), songs::updateListeners);
        new PopularSongRepository(database).refresh();
        assertThat(songs.search("m", 0, 2)).extracting(Song::publicId).containsExactly("m0", "m2598");
        assertThat(songs.search("m", 0, 200)).extracting(Song::publicId).doesNotHaveDuplicates();
    }
}
