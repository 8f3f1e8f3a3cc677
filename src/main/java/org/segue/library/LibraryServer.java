package org.segue.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A server, spoken to as one of its accounts: one request at a time, on the thread of the caller, which waits for the answer.
 * Every method fails with a {@link LibraryException} whose message is a sentence for people.
 */
public interface LibraryServer {

    /** Asks what it is and can do; fails if the account may not sign in. */
    ServerFacts facts();

    /** Text that is another whenever the server has read its files again; nothing if it does not say, or is reading. */
    Optional<String> revision();

    /**
     * Hands over every song once, in pages.
     *
     * @param each is told each song, in the server's order; may throw to end it
     */
    void songs(Consumer<ServerSong> each);

    /** The lists that the account sees. */
    List<ServerPlaylist> playlists();

    /** Ids of a list's songs in order, none if there is no such list. */
    Optional<List<String>> songsOf(String playlistId);

    /**
     * Makes a private list.
     *
     * @return its id
     */
    String create(String name, String comment, List<String> songIds);

    /** Replaces name, comment and all songs of a list; it keeps its id. */
    void replace(String playlistId, String name, String comment, List<String> songIds);

    /** Deletes a list; nothing happens if there is none. */
    void delete(String playlistId);

    /** Whether a song is a favorite of the account; false if there is no such song. */
    boolean isStarred(String songId);

    /** Makes a song a favorite of the account, or no longer. */
    void star(String songId, boolean starred);
}
