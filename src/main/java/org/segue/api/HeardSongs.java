package org.segue.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.SongName;
import org.segue.ranking.GivenHistory;
import org.segue.ranking.GivenHistory.GivenSong;

/**
 * A history of a request, checked.
 *
 * @param names what the songs are called
 * @param heard the same songs before it is known which they are
 * @param now epoch seconds, null if the request does not say
 */
record HeardSongs(
        List<SongName> names,
        List<GivenSong> heard,
        @Nullable Long now) {

    /**
     * Checks a history.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if a field of it is wrong; it names the field
     */
    static HeardSongs of(List<HeardSong> songs, @Nullable Instant now) {
        List<SongName> names = new ArrayList<>();
        List<GivenSong> heard = new ArrayList<>();
        for (HeardSong song : songs) {
            int place = names.size();
            SongName name = song.name(place);
            names.add(name);
            heard.add(new GivenSong(name.text(), 0, song.plays(), song.seconds(place)));
        }
        if (now != null && !HeardSong.isUsual(now)) {
            throw Problems.outOfRange("now", "now must be a time from 1970 to 9999.");
        }
        return new HeardSongs(names, heard, now == null ? null : now.getEpochSecond());
    }

    /** The history, with the key of each song, 0 for one that is not known. */
    GivenHistory history(int[] keys) {
        List<GivenSong> found = new ArrayList<>();
        for (GivenSong one : heard) {
            found.add(new GivenSong(one.name(), keys[found.size()], one.plays(), one.at()));
        }
        return new GivenHistory(found, now);
    }
}
