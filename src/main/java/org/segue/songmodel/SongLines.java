package org.segue.songmodel;

import static org.segue.songmodel.SongModelException.require;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.RecordingKey;

/** The songs of a song model one after the other, from {@code songs.jsonl}. Not safe for several threads. */
public final class SongLines implements Closeable {

    /** Names of the greatest length, and the key that they make where each of their characters becomes many. */
    private static final int MAX_LINE_BYTES = 1 << 18;

    private static final int MAX_NAME = RecordingKey.MAX_NAME_LENGTH;
    private static final long MAX_LENGTH_MS = 1_000_000_000_000L;
    private static final Pattern MBID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final InputStream in;
    private final boolean isOurKey;
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int number;

    /**
     * Opens them.
     *
     * @param keyVersion which version of the recording key the file has; keys of another are made anew
     */
    SongLines(Path file, int keyVersion) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        isOurKey = keyVersion == RecordingKey.VERSION;
    }

    /**
     * The next song; empty after the last.
     *
     * @throws SongModelException if its line is not sound
     */
    public Optional<ModelSong> next() throws IOException {
        int length = readLine();
        return length < 0 ? Optional.empty() : Optional.of(song(length));
    }

    private int readLine() throws IOException {
        int length = 0;
        int next = in.read();
        if (next < 0) {
            return -1;
        }
        number++;
        while (next != '\n') {
            require(next >= 0, "songs.jsonl, line %d is cut off.", number);
            require(length < MAX_LINE_BYTES, "songs.jsonl, line %d is longer than any song needs.", number);
            line[length++] = (byte) next;
            next = in.read();
        }
        return length;
    }

    private ModelSong song(int length) throws SongModelException {
        String where = "songs.jsonl, line " + number;
        try {
            Fields json = new Fields(JSON.readTree(line, 0, length), where);
            String title = json.text("title", MAX_NAME);
            String artist = json.text("artist", MAX_NAME);
            ModelSong song = new ModelSong(
                    mbid(json, "mbid", where),
                    key(json, artist, title, where),
                    title,
                    artist,
                    mbid(json, "artistMbid", where),
                    json.textOrNull("album", MAX_NAME),
                    json.wholeOrNull("lengthMs", 1, MAX_LENGTH_MS),
                    json.whole("listeners", 1, Long.MAX_VALUE / 2));
            require(
                    song.listeners() == json.whole("listeners", 1, Long.MAX_VALUE),
                    "%s: “listeners” has more than two digits that count.",
                    where);
            return song;
        } catch (JsonProcessingException e) {
            throw new SongModelException(where + " isn't JSON.", e);
        } catch (SongModelException e) {
            throw e;
        } catch (IOException e) {
            throw new SongModelException(where + " can't be read.", e);
        }
    }

    private String key(Fields json, String artist, String title, String where) throws SongModelException {
        String own = RecordingKey.of(artist, title);
        String told = json.text("key", MAX_LINE_BYTES);
        require(!isOurKey || told.equals(own), "%s: “key” isn't the key of its artist and title.", where);
        return own;
    }

    private static @Nullable String mbid(Fields json, String name, String where) throws SongModelException {
        String mbid = json.textOrNull(name, MAX_NAME);
        if (mbid == null) {
            return null;
        }
        String lower = mbid.toLowerCase(Locale.ROOT);
        require(MBID.matcher(lower).matches(), "%s: “%s” isn't a MusicBrainz ID.", where, name);
        return lower;
    }

    /** Which line was read last, from 1. */
    public int number() {
        return number;
    }

    /** Writes a song's line. */
    static void write(ModelSong song, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            put(json, "mbid", song.mbid());
            put(json, "key", song.key());
            put(json, "title", song.title());
            put(json, "artist", song.artist());
            put(json, "artistMbid", song.artistMbid());
            put(json, "album", song.album());
            if (song.lengthMs() != null) {
                json.writeNumberField("lengthMs", song.lengthMs());
            }
            json.writeNumberField("listeners", song.listeners());
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void put(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
