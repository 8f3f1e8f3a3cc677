package org.segue.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryLogin;
import org.segue.library.LibrarySong.MatchedBy;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySync;
import org.segue.library.LoginTaste;
import org.segue.library.ServerFacts;

/**
 * A library as the administrator sees it.
 *
 * @param id its number
 * @param kind what its server speaks
 * @param name what the household calls it
 * @param place where it is
 * @param server what its server said that it is and can do, null before somebody has signed in
 * @param contents what is known of its songs
 * @param logins who signs in to it
 * @param sync its newest sync, null before the first
 */
@Schema(name = "Library")
public record LibraryDetails(
        int id,
        String kind,
        String name,
        @JsonUnwrapped Place place,
        @Nullable Server server,
        @JsonUnwrapped Contents contents,
        List<Login> logins,
        @Nullable LibrarySync sync) {

    /**
     * Where a library is.
     *
     * @param url where Segue reaches it
     * @param webUrl where browsers reach it
     * @param folder where players of files find its music, for M3U8; null if nobody has said so
     */
    @Schema(name = "LibraryPlace")
    public record Place(URI url, URI webUrl, @Nullable String folder) {}

    /**
     * What a server said that it is and can do.
     *
     * @param software what it calls itself, null if it does not say
     * @param version its version, or that of its protocol; null if it does not say
     * @param extensions names of what it can do beyond the protocol
     */
    @Schema(name = "LibraryServer")
    public record Server(
            @Nullable String software, @Nullable String version, List<String> extensions) {

        private static @Nullable Server of(@Nullable ServerFacts facts) {
            return facts == null
                    ? null
                    : new Server(
                            facts.software(),
                            facts.version(),
                            facts.extensions().stream().sorted().toList());
        }
    }

    /**
     * What is known of a library's songs.
     *
     * @param syncedAt when all of it was read last, null if it never was
     * @param songs number of its songs
     * @param matched number of songs by how they were matched: mbid, isrc, key, hand or new
     * @param missing number of songs that the server did not have any more at the last sync, and that stay owned until a sync with
     *     {@code "forget": true}
     */
    @Schema(name = "LibraryContents")
    public record Contents(@Nullable Instant syncedAt, int songs, Map<String, Integer> matched, int missing) {}

    /**
     * A listener's account on a library's server.
     *
     * @param id its number
     * @param listener public id of the listener
     * @param name what the listener is called
     * @param user what the server calls the account
     * @param taste what of its taste counts
     * @param problem why it could not be used the last time, in a sentence; null if it could
     */
    @Schema(name = "LibraryLogin")
    public record Login(
            int id,
            String listener,
            String name,
            String user,
            LoginTaste taste,
            @Nullable String problem) {

        static Login of(LibraryLogin login) {
            return new Login(
                    login.id(),
                    login.listener(),
                    login.listenerName(),
                    login.serverUser(),
                    login.taste(),
                    login.problem() == null ? null : login.problem().text());
        }
    }

    static LibraryDetails of(
            LibraryState state, Map<MatchedBy, Integer> counts, List<LibraryLogin> logins, @Nullable LibrarySync sync) {
        Map<String, Integer> matched = new TreeMap<>();
        for (MatchedBy by : MatchedBy.values()) {
            matched.put(by.word(), counts.getOrDefault(by, 0));
        }
        int songs = counts.values().stream().mapToInt(Integer::intValue).sum();
        LibraryKind kind = state.library().kind();
        return new LibraryDetails(
                state.id(),
                kind.word(),
                state.library().name(),
                new Place(state.library().url(), state.library().webUrl(), state.folder()),
                Server.of(state.facts()),
                new Contents(state.syncedAt(), songs, matched, state.missing()),
                logins.stream().map(Login::of).toList(),
                sync);
    }
}
