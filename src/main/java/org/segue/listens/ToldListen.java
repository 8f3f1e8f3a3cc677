package org.segue.listens;

/**
 * A play as one source told it. What several sources told of one play is stored under one time and one song.
 *
 * @param row its number among those that are looked at together
 * @param importId who told it: the key of an import, or what stands for a player, 0 and below
 * @param at start of the play as it was told, epoch seconds
 * @param spread the play began then or at most so many seconds later
 * @param namedSong key of the song that was named, which may have been joined to another since
 * @param song what is known of the song now
 */
record ToldListen(int row, int importId, long at, int spread, int namedSong, SongFacts song) {

    /**
     * What is known of a song.
     *
     * @param key of the song, never one that was joined to another
     * @param slack see {@link SameListen#slack}
     * @param rank of songs that stand for one play the lowest is chosen; empty where there is one alone
     */
    record SongFacts(int key, int slack, String rank) {}

    /** Whether the other told of the same play, if both told of the same song. */
    boolean isSame(ToldListen other) {
        int slack = Math.max(song.slack(), other.song.slack());
        return importId != other.importId && SameListen.is(at, spread, other.at, other.spread, slack);
    }

    /** Whether it says the same as the other. */
    boolean repeats(ToldListen other) {
        return importId == other.importId && at == other.at && song.key() == other.song.key();
    }

    /** The same with another number, and another rank of its song. */
    ToldListen numbered(int number, String rank) {
        return new ToldListen(number, importId, at, spread, namedSong, new SongFacts(song.key(), song.slack(), rank));
    }

    long end() {
        return at + spread;
    }
}
