package org.segue.ranking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.segue.catalog.DemoContent;
import org.segue.catalog.SongStats;
import org.segue.interactions.UserHistory;

/** Invented songs are for invented listeners: to somebody real they are nothing, whatever model answers. */
final class DemoRule {

    private DemoRule() {}

    /** The same songs without those of the demo, unless it is for one of its listeners; what was heard stays. */
    static IntPredicate restrict(IntPredicate allowed, UserHistory history, SongStats songs) {
        DemoContent demo = songs.demo();
        return isReal(history, songs)
                ? allowed.and(songId -> !demo.isSong(songId) || history.contains(songId))
                : allowed;
    }

    /** Whether an answer is for somebody real. */
    static boolean isForSomebodyReal(List<Member> members, SongStats songs) {
        return members.stream().anyMatch(member -> isReal(member.history(), songs));
    }

    // Of somebody who is not known at all, the songs that are named tell; without any, whether there is a choice.
    private static boolean isReal(UserHistory history, SongStats songs) {
        DemoContent demo = songs.demo();
        if (demo.isEmpty()) {
            return false;
        }
        if (history.userId() != 0) {
            return !demo.isListener(history.userId());
        }
        int[] named = IntStream.concat(
                        Arrays.stream(history.songIds()),
                        Arrays.stream(history.preferences().songIds()))
                .toArray();
        return named.length == 0
                ? songs.isAnythingReal()
                : !Arrays.stream(named).allMatch(demo::isSong);
    }

    /** Which artists may be named beside one: those of the demo alone only beside one of its own. */
    static IntPredicate artistsBeside(int artistId, SongStats songs) {
        if (songs.demo().isEmpty()) {
            return other -> true;
        }
        BitSet real = new BitSet();
        for (int songId : songs.heardSongs()) {
            if (!songs.demo().isSong(songId)) {
                songs.eachArtist(songId, real::set);
            }
        }
        return real.get(artistId) ? real::get : other -> true;
    }
}
