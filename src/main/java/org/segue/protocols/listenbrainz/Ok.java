package org.segue.protocols.listenbrainz;

/**
 * Done, and on disk.
 *
 * @param status always {@code ok}
 */
public record Ok(String status) {

    static final Ok OK = new Ok("ok");
}
