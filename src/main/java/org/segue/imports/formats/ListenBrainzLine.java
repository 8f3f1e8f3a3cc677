package org.segue.imports.formats;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingKey;
import org.segue.imports.ImportOptions;
import org.segue.listens.ToldInfo;

/** What the lines of ListenBrainz's export and dump have in common: the description of a song. */
final class ListenBrainzLine {

    /** What ListenBrainz's files are called as a source. */
    static final String LISTENBRAINZ = "listenbrainz";

    /** Properties of answers of the API, and of what is sent to it, that hold listens or verdicts. */
    static final Set<String> HOLDERS = Set.of("payload", "listens", "feedback");

    private ListenBrainzLine() {}

    /**
     * Whose a line is: whom it names, else the user of the request.
     *
     * @param property that may have the name instead of {@code user_name}
     */
    static String user(JsonEntry line, String property, HistoryFile file, ImportOptions options)
            throws BadRowException {
        String named = line.text("user_name", property);
        return named == null || named.isBlank() ? Fields.user(file, options) : Fields.id("user_name", named);
    }

    static ExternalSong song(JsonEntry line) throws BadRowException {
        JsonEntry track = line.object("track_metadata");
        JsonEntry info = track.object("additional_info");
        return named(track, info).with(mbid(line, track, info), RecordingIds.isrc(info.text("isrc")), duration(info));
    }

    // Segue's own exports have songs of which nothing is known but what it calls them.
    private static ExternalSong named(JsonEntry track, JsonEntry info) throws BadRowException {
        String artist = Fields.text(track.text("artist_name"));
        String title = Fields.text(track.text("track_name"));
        String album = track.text("release_name");
        String ofHouse = artist == null ? Fields.text(info.text("segue_song")) : null;
        return ofHouse != null
                ? new ExternalSong(Fields.id("segue_song", ofHouse), ofHouse.equals(title) ? null : title, null, album)
                : Fields.song(artist, title, album);
    }

    /**
     * Hands on what MusicBrainz calls the artist of a listen, if there is one artist: what the player read from the file's tags, else what ListenBrainz
     * has found for the names, if it is an artist of this name.
     */
    static void artist(JsonEntry line, RowSink sink) {
        JsonEntry track = line.object("track_metadata");
        String name = track.text("artist_name");
        JsonEntry mapping = track.object("mbid_mapping");
        List<String> tagged = track.object("additional_info").texts("artist_mbids");
        List<String> found = tagged.isEmpty() ? mapping.texts("artist_mbids") : tagged;
        String mbid = found.size() == 1 ? RecordingIds.mbid(found.get(0)) : null;
        if (name != null && mbid != null && (!tagged.isEmpty() || isNamed(name, mapping))) {
            sink.artist(name, mbid);
        }
    }

    private static boolean isNamed(String name, JsonEntry mapping) {
        List<JsonEntry> artists = mapping.objects("artists");
        String credited = artists.size() == 1 ? artists.get(0).text("artist_credit_name") : null;
        return credited != null && RecordingKey.artist(credited).equals(RecordingKey.artist(name));
    }

    /** The program that sent a listen, null if nothing is said of it. */
    static @Nullable String client(JsonEntry line) {
        return line.object("track_metadata").object("additional_info").text("submission_client", "media_player");
    }

    /** What was told beside the names, as it was. */
    static String info(JsonEntry line) {
        return ToldInfo.kept(
                line.object("track_metadata").object("additional_info").node());
    }

    static @Nullable String msid(JsonEntry line) {
        String msid = RecordingIds.mbid(line.text("recording_msid"));
        return msid != null
                ? msid
                : RecordingIds.mbid(
                        line.object("track_metadata").object("additional_info").text("recording_msid"));
    }

    // What the player read from the file's tags comes before what ListenBrainz has found for the names.
    private static @Nullable String mbid(JsonEntry line, JsonEntry track, JsonEntry info) {
        String tagged = RecordingIds.mbid(info.text("recording_mbid"));
        String mapped = RecordingIds.mbid(track.object("mbid_mapping").text("recording_mbid"));
        return tagged != null ? tagged : mapped != null ? mapped : RecordingIds.mbid(line.text("recording_mbid"));
    }

    private static @Nullable Integer duration(JsonEntry info) {
        Integer millis = Fields.duration(info.text("duration_ms"), 1);
        return millis != null ? millis : Fields.duration(info.text("duration"), 1000);
    }
}
