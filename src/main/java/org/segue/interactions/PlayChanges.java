package org.segue.interactions;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.segue.listens.PlaysChange.ChangedPlay;

/** Makes of a history without verdicts the one that it is with one play more, or one less. Copies arrays, reads nothing. */
final class PlayChanges {

    /** Beyond it floats lie further apart than one play. */
    private static final float MAX_WHOLE = 1 << 24;

    private PlayChanges() {}

    /** The history after a play came or went; nothing if what is known of it does not tell. */
    static Optional<UserHistory> apply(UserHistory history, ChangedPlay play) {
        int place = Arrays.binarySearch(history.songIds(), play.songId());
        return play.isNew() ? Optional.of(added(history, place, play)) : removed(history, place, play);
    }

    private static UserHistory added(UserHistory history, int place, ChangedPlay play) {
        if (place < 0) {
            return withSong(history, -1 - place, play);
        }
        long last = Math.max(history.lastHeardAt(place), play.listenedAt());
        return withValue(history, place, history.values()[place] + 1, last);
    }

    // When the song was heard before the last time is not known.
    private static Optional<UserHistory> removed(UserHistory history, int place, ChangedPlay play) {
        float value = place < 0 ? 0 : history.values()[place];
        if (value < 1 || value >= MAX_WHOLE || value != Math.rint(value)) {
            return Optional.empty();
        }
        if (value == 1) {
            return Optional.of(withoutTimesIfNone(history.without(Set.of(play.songId()))));
        }
        long last = history.lastHeardAt(place);
        return play.listenedAt() < last ? Optional.of(withValue(history, place, value - 1, last)) : Optional.empty();
    }

    private static UserHistory withValue(UserHistory history, int place, float value, long last) {
        float[] values = history.values().clone();
        values[place] = value;
        long[] times = Arrays.copyOf(history.lastHeard(), values.length);
        times[place] = last;
        return new UserHistory(
                history.userId(), history.songIds(), values, times, history.preferences(), history.bans());
    }

    private static UserHistory withSong(UserHistory history, int place, ChangedPlay play) {
        int after = history.size() - place;
        int[] songs = Arrays.copyOf(history.songIds(), history.size() + 1);
        float[] values = Arrays.copyOf(history.values(), songs.length);
        long[] times = Arrays.copyOf(history.lastHeard(), songs.length);
        System.arraycopy(songs, place, songs, place + 1, after);
        System.arraycopy(values, place, values, place + 1, after);
        System.arraycopy(times, place, times, place + 1, after);
        songs[place] = play.songId();
        values[place] = 1;
        times[place] = play.listenedAt();
        return new UserHistory(history.userId(), songs, values, times, history.preferences(), history.bans());
    }

    private static UserHistory withoutTimesIfNone(UserHistory history) {
        boolean isAnyDated = Arrays.stream(history.lastHeard()).anyMatch(time -> time != 0);
        return isAnyDated
                ? history
                : new UserHistory(
                        history.userId(),
                        history.songIds(),
                        history.values(),
                        new long[0],
                        history.preferences(),
                        history.bans());
    }
}
