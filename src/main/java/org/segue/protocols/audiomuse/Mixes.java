package org.segue.protocols.audiomuse;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.library.mixes.AskedSong;
import org.segue.library.mixes.MixLibraries;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SongMixes;

/** Makes mixes of a library: in the order of a listener's taste if it was the listener's own token that asked. Its methods block. */
@Singleton
class Mixes {

    /** Of so many times the songs that are asked for a listener's taste picks. */
    private static final int CHOICE = 3;

    private final SongMixes mixes;
    private final MixLibraries libraries;
    private final ListenerTaste taste;
    private final Access access;

    Mixes(SongMixes mixes, MixLibraries libraries, ListenerTaste taste, Access access) {
        this.mixes = mixes;
        this.libraries = libraries;
        this.taste = taste;
        this.access = access;
    }

    /** Songs like one, those of its library first. */
    List<ScoredSong> like(AskedSong asked, int n) {
        IntPredicate playable = libraries.songs(asked.libraryId())::get;
        Caller caller = access.caller();
        if (caller.userId() == 0) {
            return mixes.like(asked.key(), n, playable).join();
        }
        List<ScoredSong> choice = mixes.like(asked.key(), Math.min(Amount.MAX, CHOICE * n), playable)
                .join();
        List<ScoredSong> ordered = new ArrayList<>();
        ordered.addAll(taste.ordered(caller.user(), part(choice, playable)));
        ordered.addAll(taste.ordered(caller.user(), part(choice, playable.negate())));
        return SongMixes.falling(ordered.stream().limit(n).toList());
    }

    private static List<ScoredSong> part(List<ScoredSong> mix, IntPredicate wanted) {
        return mix.stream().filter(song -> wanted.test(song.songId())).toList();
    }

    /** A way from one song to another, by songs of their library alone if it is known. */
    List<ScoredSong> path(AskedSong from, AskedSong to, int steps) {
        if (from.key() == to.key()) {
            return List.of(new ScoredSong(from.key(), 1));
        }
        IntPredicate playable = from.libraryId() == 0 ? song -> true : libraries.songs(from.libraryId())::get;
        return mixes.path(from.key(), to.key(), steps, playable);
    }
}
