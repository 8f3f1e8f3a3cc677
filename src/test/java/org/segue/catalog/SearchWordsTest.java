package org.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.storage.Databases;

class SearchWordsTest {

    @TempDir
    Path folder;

    @Test
    void prefixQuery_words_areQuotedPrefixes() {
        assertThat(SearchWords.prefixQuery("  Massive  att ")).isEqualTo("\"Massive\"* \"att\"*");
        assertThat(SearchWords.areIn(" !att")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!!!", "***", "\"\"", "🎸", "( )", "\u0000"})
    void prefixQuery_noWords_isEmpty(String typed) {
        assertThat(SearchWords.prefixQuery(typed)).isEmpty();
        assertThat(SearchWords.areIn(typed)).isEqualTo(!typed.isBlank());
    }

    @Test
    void search_signs_findsWhatIsCalledSoAndNothingElse() throws Exception {
        try (Databases.Opened opened = Databases.open(folder)) {
            SongRepository songs = new SongRepository(opened.database());
            ArtistRepository artists = new ArtistRepository(opened.database());
            Source source =
                    opened.database().writeNow(connection -> new SourceRepository().resolve(connection, "signs"));
            for (String[] name : new String[][] {
                {"!!!", "Heart of Hearts"},
                {"Ed Sheeran", "+"},
                {"Sault", "😀\uFE0F"},
                {"Band", "+/-"},
                {"Band", "Love!!!"},
                {"Band", "!"},
            }) {
                opened.database()
                        .writeNow(connection ->
                                songs.resolve(connection, source, 0, ExternalSong.named(name[0], name[1], null)));
            }

            assertThat(titles(songs, "!!!")).containsExactly("Heart of Hearts");
            assertThat(titles(songs, " +/- ")).containsExactly("+/-");
            assertThat(titles(songs, "😀")).containsExactly("😀\uFE0F");
            assertThat(titles(songs, "!")).containsExactly("!");
            assertThat(titles(songs, "???")).isEmpty();
            assertThat(titles(songs, "")).hasSize(6);
            assertThat(songs.count("!!!")).isEqualTo(1);
            assertThat(songs.count("???")).isZero();
            assertThat(artists.search("!!!", 0, 10)).extracting(Artist::name).containsExactly("!!!");
            assertThat(artists.search("!", 0, 10)).isEmpty();
            assertThat(artists.count("!!!")).isEqualTo(1);
        }
    }

    @Test
    void search_signs_findsTheUserWhoIsCalledSo() throws Exception {
        try (Databases.Opened opened = Databases.open(folder)) {
            UserRepository users = new UserRepository(opened.database());
            opened.database().writeNow(connection -> {
                Source source = new SourceRepository().resolve(connection, "signs");
                users.resolve(connection, source, 0, List.of("★", "☆", "anna").iterator(), (id, key) -> {});
                return true;
            });

            assertThat(users.search("★", 0, 10)).extracting(User::name).containsExactly("★");
            assertThat(users.count("★")).isEqualTo(1);
            assertThat(users.search("!!!", 0, 10)).isEmpty();
        }
    }

    private static List<String> titles(SongRepository songs, String typed) {
        return songs.search(typed, 0, 10).stream().map(Song::title).toList();
    }

    @Test
    void prefixQuery_manyWords_areBounded() {
        assertThat(SearchWords.prefixQuery("a ".repeat(100))).hasSizeLessThan(60);
    }

    @Test
    void search_whateverIsTyped_isNeverASyntaxError() throws Exception {
        try (Databases.Opened opened = Databases.open(folder)) {
            UserRepository users = new UserRepository(opened.database());
            SongRepository songs = new SongRepository(opened.database());
            String[] typed = {
                "AND",
                "OR",
                "NOT",
                "NEAR",
                "NEAR(a b, 2)",
                "a AND",
                "title:x",
                "^a",
                "a*",
                "*",
                "-",
                "a + b",
                "\"",
                "'",
                "\"a",
                "a\"b",
                "(",
                "a)b",
                "{title}",
                "\\",
                "%_",
                "; DROP TABLE song",
                "🎸a",
                "\u0301",
                "a\u0301\u0301",
                "คาราบาว",
                "\u20E3",
                "½",
                "\uD83C",
                "𐍈",
                "\uFDFA",
                "{a b}: c",
                "a\u0000b"
            };
            for (String words : typed) {
                assertSearches(users, songs, words);
            }
            Random random = new Random(7);
            String alphabet = "aB1 \"*()^:-+{}ANDORTé椎🎸\u0301\u0000\\";
            for (int i = 0; i < 300; i++) {
                StringBuilder words = new StringBuilder();
                for (int k = random.nextInt(12); k >= 0; k--) {
                    words.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                assertSearches(users, songs, words.toString());
            }
        }
    }

    private static void assertSearches(UserRepository users, SongRepository songs, String words) {
        assertThatCode(() -> {
                    users.search(words, 0, 10);
                    users.count(words);
                    songs.search(words, 0, 10);
                    songs.count(words);
                })
                .as("searching for %s", words)
                .doesNotThrowAnyException();
    }
}
