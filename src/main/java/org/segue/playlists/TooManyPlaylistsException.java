package org.segue.playlists;

/** A user keeps as many lists as may be. */
public final class TooManyPlaylistsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyPlaylistsException() {
        super("There are %d lists already, which is as many as may be kept.".formatted(PlaylistService.MAX_KEPT));
    }
}
