package org.segue.listens;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;

/**
 * What was told of what was played, in the words of who told it: the song that it is may be called otherwise here. Most plays of
 * a song by one person are told in the same words.
 *
 * @param artist as it was told
 * @param title as it was told
 * @param album as it was told, null if nothing was
 * @param info what else was told: a JSON object, without spaces, {@code {}} if nothing was
 */
public record ToldWords(
        String artist, String title, @Nullable String album, String info) {

    /** What {@link #info} is where nothing else was told. */
    public static final String NO_INFO = "{}";

    /** The longest {@link #info}, in bytes of UTF-8. */
    public static final int MAX_INFO_BYTES = 4096;

    /**
     * Those of a song, with what is told of it besides in the fields in which ListenBrainz has it.
     *
     * @param song with artist and title
     * @param client name of the program that told it, empty if it does not say
     */
    public static ToldWords of(ExternalSong song, String client) {
        return new ToldWords(
                String.valueOf(song.artist()),
                String.valueOf(song.title()),
                song.album(),
                ToldInfo.of(song, client).toString());
    }

    /** A number that two of the same words share, and two of other words hardly ever. */
    long hash() {
        MessageDigest digest = sha256();
        for (String part : new String[] {artist, title, album == null ? "" : album, info}) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
