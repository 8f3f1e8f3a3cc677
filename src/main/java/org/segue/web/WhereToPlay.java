package org.segue.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.library.SongPlaces;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.Track;

/** Where the songs of a page can be heard, by who looks at it. */
@Singleton
public class WhereToPlay {

    private final SongPlaces places;
    private final Access access;

    WhereToPlay(SongPlaces places, Access access) {
        this.places = places;
        this.access = access;
    }

    /** On the servers of the listener whom songs are for. Blocks. */
    public SongPlaces.Found of(User listener, Collection<Song> songs) {
        return places.of(songs, List.of(listener.id()));
    }

    /** The same of lists and of further songs. Blocks. */
    public SongPlaces.Found of(User listener, List<PlaylistDocument> lists, Collection<Song> songs) {
        Stream<Song> listed =
                lists.stream().flatMap(list -> list.tracks().stream()).map(Track::song);
        return of(listener, Stream.concat(listed, songs.stream()).toList());
    }

    /** On the servers of who looks at a page for nobody in particular; on any server of somebody who did not sign in. Blocks. */
    public SongPlaces.Found ofVisitor(Collection<Song> songs) {
        return places.of(songs, visitor(access.caller()));
    }

    /**
     * On the servers of listeners, or if nobody is named of who asks. Does not block.
     *
     * @param listeners keys of users
     */
    public CompletableFuture<SongPlaces.Found> find(
            Collection<Song> songs, Collection<Integer> listeners, Caller caller) {
        return places.find(songs, listeners.isEmpty() ? visitor(caller) : listeners);
    }

    private static List<Integer> visitor(Caller caller) {
        return caller.userId() == 0 ? List.of() : List.of(caller.userId());
    }
}
