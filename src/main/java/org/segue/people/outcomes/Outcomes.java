package org.segue.people.outcomes;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.segue.listens.PlayLog;

/**
 * What recommendations to a listener became: of the songs that were shown, and beside it of the songs that the same rankings had
 * next, and that were not shown. A song counts as played if the listener played it within {@value #DAYS} days after.
 *
 * @param shown of the songs that the listener saw
 * @param next of the next {@value org.segue.catalog.SongsShown#NEXT} ranks, which the listener did not see
 */
public record Outcomes(Outcome shown, Outcome next) {

    /** A play so many days after a song was shown counts. */
    public static final int DAYS = 30;

    private static final long WINDOW = Duration.ofDays(DAYS).toSeconds();
    private static final Outcome NOTHING = new Outcome(0, 0, 0, 0);

    /**
     * Looks the songs up in a listener's plays: O(songs + plays since the first was shown).
     *
     * @param songs what was shown, in the order of its times
     */
    static Outcomes of(List<ShownSong> songs, PlayLog log, Instant now) {
        Map<Integer, Long> seenAt = songs.stream()
                .filter(ShownSong::shown)
                .collect(Collectors.toMap(ShownSong::songId, ShownSong::at, Math::min));
        Map<ShownSong, Boolean> played = new HashMap<>();
        songs.stream().filter(song -> song.shown() || isUnseen(song, seenAt)).forEach(song -> played.put(song, false));
        find(played, log);
        return new Outcomes(sum(played, true, now), sum(played, false, now));
    }

    // What was seen meanwhile tells nothing of songs that are not shown.
    private static boolean isUnseen(ShownSong song, Map<Integer, Long> seenAt) {
        return seenAt.getOrDefault(song.songId(), Long.MAX_VALUE) >= song.at() + WINDOW;
    }

    private static void find(Map<ShownSong, Boolean> played, PlayLog log) {
        Map<Integer, List<ShownSong>> bySong =
                played.keySet().stream().collect(Collectors.groupingBy(ShownSong::songId));
        long first = played.keySet().stream().mapToLong(ShownSong::at).min().orElse(Long.MAX_VALUE);
        int place = Arrays.binarySearch(log.times(), first - 1);
        for (int k = place < 0 ? -place - 1 : place; k < log.size(); k++) {
            long time = log.times()[k];
            for (ShownSong song : bySong.getOrDefault(log.songs()[k], List.of())) {
                if (time >= song.at() && time < song.at() + WINDOW) {
                    played.put(song, true);
                }
            }
        }
    }

    private static Outcome sum(Map<ShownSong, Boolean> played, boolean shown, Instant now) {
        Outcome sum = NOTHING;
        for (Map.Entry<ShownSong, Boolean> one : played.entrySet()) {
            if (one.getKey().shown() == shown) {
                sum = sum.with(one.getKey().at() + WINDOW <= now.getEpochSecond(), one.getValue());
            }
        }
        return sum;
    }

    /** Whether anything was ever shown. */
    public boolean isAnyShown() {
        return shown.songs() + shown.waiting() > 0;
    }
}
