package org.segue.spark;

import java.io.Serializable;

/**
 * The listening of some users: rows of users and of their sessions × songs, CSR. What a task works on; immutable by agreement.
 *
 * <p>A class and not a record: what Spark's serializer of objects makes anew it fills field by field.
 */
final class Shard implements Serializable {

    private static final long serialVersionUID = 1;

    private final int number;
    private final int[] userStart;
    private final int[] rowStart;
    private final int[] places;
    private final float[] plays;
    private final byte[] paired;
    private final int[] songs;

    /**
     * A shard.
     *
     * @param number which of all
     * @param userStart the first row of each user, which is that of all the user's songs and not of a session; one entry more than there are users
     * @param rowStart the first cell of each row, one entry more than there are rows
     * @param places the song of each cell, by its place among {@code songs}, ascending in a row
     * @param plays of each cell
     * @param paired 1 for a cell that counts for neighbors, else 0
     * @param songs rows of all songs that occur, ascending
     */
    Shard(int number, int[] userStart, int[] rowStart, int[] places, float[] plays, byte[] paired, int[] songs) {
        this.number = number;
        this.userStart = userStart;
        this.rowStart = rowStart;
        this.places = places;
        this.plays = plays;
        this.paired = paired;
        this.songs = songs;
    }

    int number() {
        return number;
    }

    int users() {
        return userStart.length - 1;
    }

    int rows() {
        return rowStart.length - 1;
    }

    int cells() {
        return places.length;
    }

    int[] userStart() {
        return userStart;
    }

    int[] rowStart() {
        return rowStart;
    }

    int[] places() {
        return places;
    }

    float[] plays() {
        return plays;
    }

    byte[] paired() {
        return paired;
    }

    int[] songs() {
        return songs;
    }

    /** The song of a cell. */
    int song(int cell) {
        return songs[places[cell]];
    }
}
