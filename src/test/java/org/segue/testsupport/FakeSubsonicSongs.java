package org.segue.testsupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.segue.testsupport.FakeLibrary.Account;
import org.segue.testsupport.FakeLibrary.FakeSong;

/** Writes songs with the fields that Subsonic's servers write, in their order. */
final class FakeSubsonicSongs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeSubsonicSongs() {}

    /** What all of them write. */
    static ObjectNode head(FakeSong song) {
        return JSON.createObjectNode()
                .put("id", song.id())
                .put("parent", song.album().id())
                .put("isDir", false)
                .put("title", song.title())
                .put("album", song.album().name())
                .put("artist", song.credit())
                .put("track", 1)
                .put("year", 2019)
                .put("genre", "Ambient")
                .put("size", 482858)
                .put("contentType", "audio/flac")
                .put("suffix", "flac")
                .put("duration", song.seconds())
                .put("bitRate", 96)
                .put("path", song.path())
                .put("created", "2026-11-29T10:38:13.430419959Z")
                .put("albumId", song.album().id())
                .put("artistId", song.artists().get(0).id())
                .put("type", "music");
    }

    /** What OpenSubsonic adds; Navidrome writes all of it, empty where it knows nothing. */
    static void open(ObjectNode node, FakeSong song) {
        node.put("bpm", 0)
                .put("comment", "")
                .put("sortName", song.title().toLowerCase(Locale.ROOT))
                .put("mediaType", "song")
                .put("musicBrainzId", song.mbid());
        ArrayNode isrcs = node.putArray("isrc");
        song.isrcs().forEach(isrcs::add);
        node.putArray("genres").addObject().put("name", "Ambient");
        node.putObject("replayGain");
        node.put("channelCount", 1).put("samplingRate", 44100).put("bitDepth", 0);
        node.putArray("moods");
        ArrayNode artists = node.putArray("artists");
        song.artists()
                .forEach(artist -> artists.addObject().put("id", artist.id()).put("name", artist.name()));
        node.put("displayArtist", song.credit());
        node.putArray("albumArtists")
                .addObject()
                .put("id", song.album().artist().id())
                .put("name", song.album().artist().name());
        node.put("displayAlbumArtist", song.album().artist().name());
        node.putArray("contributors");
        node.put("displayComposer", "").put("explicitStatus", "");
    }

    /** What the account has done with it: nothing of it is there when it is zero. */
    static void taste(ObjectNode node, String id, Account account, boolean hasPlays) {
        Instant starred = account.stars.get(id);
        if (starred != null) {
            String text = starred.toString();
            node.put("starred", hasPlays ? text : text.replace("Z", ""));
        }
        if (account.ratings.getOrDefault(id, 0) > 0) {
            node.put("userRating", account.ratings.get(id)).put("averageRating", account.ratings.get(id));
        }
        if (hasPlays && account.plays.getOrDefault(id, 0) > 0) {
            node.put("playCount", account.plays.get(id))
                    .put("played", String.valueOf(account.played.getOrDefault(id, Instant.EPOCH)));
        }
    }
}
