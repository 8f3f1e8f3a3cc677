package org.segue.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the world knows a recording; each null where no id leads there.
 *
 * @param musicBrainz what MusicBrainz knows of it
 * @param listenBrainz who listens to it, with a player
 * @param spotify a search that finds it at Spotify, which has no address by ISRC
 */
public record SongLinks(
        @Nullable String musicBrainz,
        @Nullable String listenBrainz,
        @Nullable String spotify) {

    /** Of a song of which no ids are known. */
    public static final SongLinks NONE = new SongLinks(null, null, null);

    /** The links of a recording. */
    public static SongLinks of(RecordingIds ids) {
        String mbid = ids.mbid();
        String isrc = ids.isrc();
        return new SongLinks(
                mbid == null ? null : "https://musicbrainz.org/recording/" + encoded(mbid),
                mbid == null ? null : "https://listenbrainz.org/track/" + encoded(mbid) + "/",
                isrc == null ? null : "https://open.spotify.com/search/" + encoded("isrc:" + isrc));
    }

    // Files say what they like for an id.
    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
