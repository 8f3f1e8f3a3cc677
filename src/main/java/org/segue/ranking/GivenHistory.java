package org.segue.ranking;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.Bans;
import org.segue.interactions.Preferences;
import org.segue.interactions.UserHistory;

/**
 * What somebody without an account has heard, as a question tells it: it counts as a listener's listens do, and nothing of it is kept.
 *
 * @param heard songs in the order of the question; of a song that is named again the plays add up, and the latest time counts
 * @param now epoch seconds of the question, null for those of the clock
 */
public record GivenHistory(List<GivenSong> heard, @Nullable Long now) {

    /**
     * A song that was heard.
     *
     * @param name what the question calls it
     * @param songId its database key, 0 if there is no such song
     * @param plays how often, or a rating; positive
     * @param at epoch seconds of the latest listen, 0 if that is not known
     */
    public record GivenSong(String name, int songId, float plays, long at) {}

    /** Copies the list. */
    public GivenHistory {
        heard = List.copyOf(heard);
    }

    /** The same as what is known of a listener. */
    UserHistory history() {
        Map<Integer, GivenSong> bySong = new TreeMap<>();
        for (GivenSong one : heard) {
            if (one.songId() != 0) {
                bySong.merge(one.songId(), one, GivenHistory::together);
            }
        }
        List<GivenSong> songs = List.copyOf(bySong.values());
        int[] songIds = songs.stream().mapToInt(GivenSong::songId).toArray();
        float[] plays = new float[songIds.length];
        for (int k = 0; k < plays.length; k++) {
            plays[k] = songs.get(k).plays();
        }
        long[] times = songs.stream().mapToLong(GivenSong::at).toArray();
        return new UserHistory(0, songIds, plays, times, Preferences.NONE, Bans.NONE);
    }

    private static GivenSong together(GivenSong one, GivenSong other) {
        return new GivenSong(one.name(), one.songId(), one.plays() + other.plays(), Math.max(one.at(), other.at()));
    }

    /** What songs that are not known are called, each once. */
    List<String> unknown() {
        return heard.stream()
                .filter(one -> one.songId() == 0)
                .map(GivenSong::name)
                .distinct()
                .toList();
    }

    /** What songs are called that a model has no embedding of, each once. */
    List<String> untrained(RankingSnapshot snapshot) {
        return heard.stream()
                .filter(one -> one.songId() != 0
                        && !snapshot.hasEmbedding(one.songId())
                        && !snapshot.untried().contains(one.songId()))
                .map(GivenSong::name)
                .distinct()
                .toList();
    }
}
