package org.segue.listens;

/**
 * One play of one song by one user at one time.
 *
 * @param userId database key
 * @param listenedAt start of the play, epoch seconds, UTC
 * @param songId database key
 * @param isSkipped whether it was broken off so soon that it speaks against the song
 * @param spread the play began at that time or at most so many seconds later; 0 where the source tells the second
 * @param isByName whether artist and title alone were told of the song: it may be another one of these names
 * @param words the key of the words in which it was told, 0 if they are not kept; before it is stored, a number of the teller's
 */
public record Listen(
        int userId, long listenedAt, int songId, boolean isSkipped, int spread, boolean isByName, int words) {

    /** Before it nobody can have listened: epoch seconds of October 2002, where ListenBrainz begins too. */
    public static final long MIN_TIME = 1_033_410_600;

    /** A play that was heard, at a time that is exact to the second. */
    public Listen(int userId, long listenedAt, int songId) {
        this(userId, listenedAt, songId, false, 0);
    }

    /** A play of a song of which more was told than artist and title. */
    public Listen(int userId, long listenedAt, int songId, boolean isSkipped, int spread) {
        this(userId, listenedAt, songId, isSkipped, spread, false);
    }

    /** A play of whose words nothing is kept. */
    public Listen(int userId, long listenedAt, int songId, boolean isSkipped, int spread, boolean isByName) {
        this(userId, listenedAt, songId, isSkipped, spread, isByName, 0);
    }

    /** The same in words of a number. */
    public Listen inWords(int number) {
        return new Listen(userId, listenedAt, songId, isSkipped, spread, isByName, number);
    }

    /** The same by another user. */
    Listen by(int otherUserId) {
        return new Listen(otherUserId, listenedAt, songId, isSkipped, spread, isByName, words);
    }

    /** The same as a skip. */
    public Listen skipped() {
        return new Listen(userId, listenedAt, songId, true, spread, isByName, words);
    }

    /** The same of another song. */
    Listen of(int otherSongId) {
        return new Listen(userId, listenedAt, otherSongId, isSkipped, spread, isByName, words);
    }

    /** The same at another time. */
    Listen at(long time) {
        return new Listen(userId, time, songId, isSkipped, spread, isByName, words);
    }

    /** The same with another spread. */
    public Listen within(int seconds) {
        return new Listen(userId, listenedAt, songId, isSkipped, seconds, isByName, words);
    }

    /** Whether it tells of the same user, time and song. */
    public boolean isOfSameMoment(Listen other) {
        return userId == other.userId && listenedAt == other.listenedAt && songId == other.songId;
    }
}
