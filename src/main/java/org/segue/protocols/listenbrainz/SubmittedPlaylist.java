package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.NameText;
import org.segue.catalog.RecordingIds;

/**
 * A list as a player sends it, in JSPF.
 *
 * @param title what it is called
 * @param tracks its songs in order
 */
record SubmittedPlaylist(String title, List<Track> tracks) {

    private static final String RECORDING = "musicbrainz.org/recording/";
    private static final int MAX_TRACKS = 10_000;

    /**
     * A song of it.
     *
     * @param mbid id at MusicBrainz, null if it was not told
     * @param named as it is called, null if that was not told
     */
    record Track(@Nullable String mbid, @Nullable ExternalSong named) {}

    static SubmittedPlaylist of(byte @Nullable [] body) {
        JsonNode playlist =
                SubmissionReader.object(body == null ? new byte[0] : body).path("playlist");
        String title = text(playlist.path("title"));
        if (title == null) {
            throw Refused.badRequest("playlist.title must be given: what to call the list.");
        }
        List<Track> tracks = new ArrayList<>();
        for (JsonNode track : playlist.path("track")) {
            if (tracks.size() == MAX_TRACKS) {
                throw Refused.badRequest("A list may have %d tracks at most.".formatted(MAX_TRACKS));
            }
            tracks.add(track(track, tracks.size()));
        }
        return new SubmittedPlaylist(title, tracks);
    }

    private static Track track(JsonNode track, int place) {
        String mbid = mbid(track.path("identifier"));
        String artist = text(track.path("creator"));
        String title = text(track.path("title"));
        ExternalSong named = artist == null || title == null
                ? null
                : ExternalSong.named(artist, title, text(track.path("album"))).with(mbid, null, null);
        if (mbid == null && named == null) {
            throw Refused.badRequest(
                    "playlist.track[%d] needs an identifier like https://musicbrainz.org/recording/<id>, or creator and title."
                            .formatted(place));
        }
        return new Track(mbid, named);
    }

    // A text, or a list of texts.
    private static @Nullable String mbid(JsonNode identifier) {
        for (JsonNode one : identifier.isArray() ? identifier : List.of(identifier)) {
            String address = one.asText("");
            int id = address.indexOf(RECORDING);
            String mbid = id < 0 ? null : RecordingIds.mbid(address.substring(id + RECORDING.length()));
            if (mbid != null) {
                return mbid;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.isTextual() ? NameText.cleaned(node.textValue()) : "";
        return text.isEmpty() ? null : text;
    }
}
