package org.segue.protocols.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.NameText;
import org.segue.catalog.RecordingIds;
import org.segue.listens.ReportedListen;
import org.segue.listens.ToldInfo;
import org.segue.listens.ToldWords;

/** Reads one listen of a submission. */
final class ListenReader {

    /** Nothing lasts longer than a day. */
    private static final int MAX_MS = 86_400_000;

    private ListenReader() {}

    static ReportedListen read(JsonNode listen, long listenedAt) {
        JsonNode metadata = listen.path("track_metadata");
        JsonNode info = metadata.path("additional_info");
        ExternalSong song = recording(metadata, info);
        ToldWords words = new ToldWords(
                String.valueOf(song.artist()), String.valueOf(song.title()), song.album(), ToldInfo.kept(info));
        return new ReportedListen(listenedAt, song, client(info), words, ToldInfo.credit(words.artist(), info));
    }

    private static ExternalSong recording(JsonNode metadata, JsonNode info) {
        return ExternalSong.named(
                        name("artist_name", metadata.path("artist_name")),
                        name("track_name", metadata.path("track_name")),
                        album(metadata.path("release_name")))
                .with(
                        mbid(
                                info.path("recording_mbid"),
                                metadata.path("mbid_mapping").path("recording_mbid")),
                        RecordingIds.isrc(info.path("isrc").asText("")),
                        lengthMs(info));
    }

    private static @Nullable Integer lengthMs(JsonNode info) {
        long millis = info.path("duration_ms").asLong(0);
        long length = millis > 0
                ? millis
                : 1000 * Math.min(MAX_MS, info.path("duration").asLong(0));
        return length > 0 && length <= MAX_MS ? Integer.valueOf((int) length) : null;
    }

    /** How long it lasts, 0 if that is not told. */
    static long durationSeconds(JsonNode listen) {
        JsonNode info = listen.path("track_metadata").path("additional_info");
        long millis = info.path("duration_ms").asLong(0);
        return millis > 0 ? millis / 1000 : Math.max(0, info.path("duration").asLong(0));
    }

    // Two programs may send one play, one program does not send it twice.
    private static String client(JsonNode info) {
        for (String field : List.of("submission_client", "media_player")) {
            String name = info.path(field).asText("").strip();
            if (!name.isEmpty() && ToldInfo.isText(name)) {
                return name;
            }
        }
        return "";
    }

    private static String name(String field, JsonNode node) {
        String name = node.isTextual() ? NameText.cleaned(node.textValue()) : "";
        if (name.isEmpty()) {
            throw Refused.badRequest("track_metadata.%s must be given, and not be empty.".formatted(field));
        }
        if (!ToldInfo.isText(node.textValue())) {
            throw Refused.badRequest("track_metadata.%s has characters that are none of a text.".formatted(field));
        }
        return name;
    }

    private static @Nullable String album(JsonNode node) {
        String name = node.isTextual() ? NameText.cleaned(node.textValue()) : "";
        return name.isEmpty() ? null : name;
    }

    /** The first of some values that is a MusicBrainz id; null if none is. */
    static @Nullable String mbid(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            String id = RecordingIds.mbid(node.asText(""));
            if (id != null) {
                return id;
            }
        }
        return null;
    }
}
