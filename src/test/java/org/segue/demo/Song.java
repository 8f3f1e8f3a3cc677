package org.segue.demo;

/**
 * A song of the invented catalogue.
 *
 * @param number from 1, over all artists
 * @param title unique within the artist, however it is written
 * @param artist the artist's name
 * @param album the album's title
 */
record Song(int number, String title, String artist, String album) {

    String id() {
        return "d%04d".formatted(number);
    }
}
