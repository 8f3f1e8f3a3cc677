package org.segue.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording as a player names it: by its words, and by ids of the world if the files have them.
 *
 * @param artist name, not blank
 * @param title not blank
 * @param album name, null if it is not said
 * @param mbid id of the recording at MusicBrainz, lower case; null if it is not said
 * @param isrc international code without hyphens, upper case; null if it is not said
 */
public record Recording(
        String artist,
        String title,
        @Nullable String album,
        @Nullable String mbid,
        @Nullable String isrc) {

    /** Made for Segue once: ids made in it are nobody else's. */
    private static final UUID NAMESPACE = UUID.fromString("5f0cde1c-7f3c-4a0b-9a52-6a1d3c9f2b47");

    private static final int VERSION_5 = 0x50;
    private static final int VARIANT = 0x80;

    /** The id of its words: the same for all that {@link RecordingKey} takes for the same. */
    public String msid() {
        return msid(RecordingKey.of(artist, title));
    }

    /** The id of a {@link RecordingKey}: a UUID of version 5 (RFC 9562). */
    public static String msid(String recordingKey) {
        byte[] name = recordingKey.getBytes(StandardCharsets.UTF_8);
        ByteBuffer named = ByteBuffer.allocate(16 + name.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name);
        byte[] hash = sha1(named.array());
        hash[6] = (byte) ((hash[6] & 0x0f) | VERSION_5);
        hash[8] = (byte) ((hash[8] & 0x3f) | VARIANT);
        ByteBuffer id = ByteBuffer.wrap(hash);
        return new UUID(id.getLong(), id.getLong()).toString();
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-1", e);
        }
    }
}
