package org.segue.catalog;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * What ranking must know of every song, in arrays: who made it, how many users have it, which songs are the same recording.
 * Immutable by agreement, safe for any thread; sixteen bytes for each song key ever used.
 */
public final class SongStats {

    /** Nobody has heard anything. */
    public static final SongStats EMPTY = new SongStats(new int[0], new int[0]);

    private final int[] artistBySong;
    private final int[] listenersBySong;
    private final int[] recordingBySong;
    private final int[] workBySong;
    private final DemoContent demo;
    private final Surroundings surroundings;

    /** Artists by the key of the name that stands for several, and the songs that song models point at. */
    private record Surroundings(Map<Integer, int[]> credits, BitSet ofSongModels) {}

    /**
     * Takes the arrays as they are; every song is a recording of its own.
     *
     * @param artistBySong key of the artist, 0 if none is known, at the place of the song's key
     * @param listenersBySong number of users, at the place of the song's key; 0 where there is no such song
     */
    public SongStats(int[] artistBySong, int[] listenersBySong) {
        this(artistBySong, listenersBySong, new int[0]);
    }

    /**
     * Takes the arrays as they are.
     *
     * @param artistBySong key of the artist, 0 if none is known, at the place of the song's key
     * @param listenersBySong number of users, at the place of the song's key; 0 where there is no such song
     * @param recordingBySong at the place of the song's key the least key of the songs that are the same recording, 0 where a
     *     song is the only one of its recording
     */
    public SongStats(int[] artistBySong, int[] listenersBySong, int[] recordingBySong) {
        this(artistBySong, listenersBySong, recordingBySong, new int[0]);
    }

    /**
     * Takes the arrays as they are.
     *
     * @param artistBySong key of the artist, 0 if none is known, at the place of the song's key
     * @param listenersBySong number of users, at the place of the song's key; 0 where there is no such song
     * @param recordingBySong at the place of the song's key the least key of the songs that are the same recording, 0 where a
     *     song is the only one of its recording
     * @param workBySong at the place of the song's key the least key of its versions, 0 where no version of it is known
     */
    public SongStats(int[] artistBySong, int[] listenersBySong, int[] recordingBySong, int[] workBySong) {
        this(
                artistBySong,
                listenersBySong,
                recordingBySong,
                workBySong,
                DemoContent.NONE,
                new Surroundings(Map.of(), new BitSet()));
    }

    private SongStats(
            int[] artistBySong,
            int[] listenersBySong,
            int[] recordingBySong,
            int[] workBySong,
            DemoContent demo,
            Surroundings surroundings) {
        this.demo = demo;
        this.surroundings = surroundings;
        this.workBySong = workBySong;
        this.artistBySong = artistBySong;
        this.listenersBySong = listenersBySong;
        this.recordingBySong = recordingBySong;
    }

    /** The same with what of it is the demo's. */
    public SongStats with(DemoContent content) {
        return new SongStats(artistBySong, listenersBySong, recordingBySong, workBySong, content, surroundings);
    }

    /** The same with the keys of artists by the key of the name that stands for them, where that is not one artist's. */
    public SongStats crediting(Map<Integer, int[]> artistsByName) {
        Surroundings with = new Surroundings(artistsByName, surroundings.ofSongModels);
        return new SongStats(artistBySong, listenersBySong, recordingBySong, workBySong, demo, with);
    }

    /** The same with the songs that song models point at: they are offered, whether anybody here has them or not. */
    public SongStats offering(BitSet ofSongModels) {
        Surroundings with = new Surroundings(surroundings.credits, ofSongModels);
        return new SongStats(artistBySong, listenersBySong, recordingBySong, workBySong, demo, with);
    }

    /** What of it is the demo's. */
    public DemoContent demo() {
        return demo;
    }

    /** Whether songs are heard here that are none of the demo's. */
    public boolean isAnythingReal() {
        for (int songId = 1; songId < listenersBySong.length; songId++) {
            if (listenersBySong[songId] > 0 && !demo.isSong(songId)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the song may be recommended: somebody has it, here or where a song model comes from. */
    public boolean isOffered(int songId) {
        return isHeard(songId) || surroundings.ofSongModels.get(songId);
    }

    /** Whether anybody has the song. */
    public boolean isHeard(int songId) {
        return songId < listenersBySong.length && listenersBySong[songId] > 0;
    }

    /** Whether a test is true of any artist of the song, one after the other in the order in which they are credited. */
    public boolean anyArtist(int songId, IntPredicate test) {
        int name = artistOf(songId);
        int[] several = surroundings.credits.isEmpty() ? null : surroundings.credits.get(name);
        if (several == null) {
            return name != 0 && test.test(name);
        }
        for (int artist : several) {
            if (test.test(artist)) {
                return true;
            }
        }
        return false;
    }

    /** Does something for each artist of the song. */
    public void eachArtist(int songId, IntConsumer consumer) {
        anyArtist(songId, artist -> {
            consumer.accept(artist);
            return false;
        });
    }

    /** Key of the name that the song is credited to, 0 if there is none: that of one artist, or of several together. */
    public int artistOf(int songId) {
        return songId < artistBySong.length ? artistBySong[songId] : 0;
    }

    /** A number that songs share if and only if they are the same recording by {@link RecordingKey}. */
    public int recordingOf(int songId) {
        int recording = songId < recordingBySong.length ? recordingBySong[songId] : 0;
        return recording == 0 ? songId : recording;
    }

    /** Whether there are other songs of the same recording. */
    public boolean hasCopies(int songId) {
        return songId < recordingBySong.length && recordingBySong[songId] != 0;
    }

    /** A number that songs share if and only if they are versions of one another. */
    public int workOf(int songId) {
        int work = songId < workBySong.length ? workBySong[songId] : 0;
        return work == 0 ? songId : work;
    }

    /** Whether there are, or may be, versions of a song. */
    public boolean hasVersions(int songId) {
        return songId < workBySong.length && workBySong[songId] != 0;
    }

    /** Number of users who have the song. */
    public int listeners(int songId) {
        return songId < listenersBySong.length ? listenersBySong[songId] : 0;
    }

    /** All song keys are below this. */
    public int size() {
        return listenersBySong.length;
    }

    /** Keys of the songs that somebody has, ascending. */
    public int[] heardSongs() {
        int[] songs = new int[listenersBySong.length];
        int count = 0;
        for (int songId = 0; songId < listenersBySong.length; songId++) {
            if (listenersBySong[songId] > 0) {
                songs[count++] = songId;
            }
        }
        return Arrays.copyOf(songs, count);
    }
}
