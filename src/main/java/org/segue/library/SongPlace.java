package org.segue.library;

/**
 * An address where a song can be heard, or is known. It is http or https, and signs nobody in.
 *
 * @param kind what is there
 * @param name what the place is called
 * @param address for a browser
 */
public record SongPlace(Kind kind, String name, String address) {

    /** What is at an address. */
    public enum Kind {
        /** The song, or its album, on a server of the household. */
        LIBRARY,
        /** The recording at a service of the world. */
        WORLD,
        /** What a search finds for its names. */
        SEARCH
    }

    /** Whether it is outside of the house. */
    public boolean isOutside() {
        return kind != Kind.LIBRARY;
    }
}
