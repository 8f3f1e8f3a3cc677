package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Statements;

/**
 * What one import tells of plays beside their songs: a number for each song with each of it, none of them a song's. A play that
 * says no more than its song has the song's number. For one thread.
 */
final class StagedWordsRepository implements AutoCloseable {

    /** Two of other words hardly ever share so many bytes of their digests. */
    private static final int NAME_BYTES = 16;

    private final StagedNameRepository names;
    private final PreparedStatement insert;
    private final MessageDigest digest = sha256();
    private int[] songs = new int[1024];

    /** @param numbers that the songs have as well */
    StagedWordsRepository(Connection connection, StagedNameRepository.Numbers numbers) throws SQLException {
        Statements.update(
                connection,
                "CREATE TABLE words (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, song INTEGER, info TEXT)");
        names = new StagedNameRepository(connection, "words", numbers);
        insert = connection.prepareStatement("INSERT INTO words VALUES (?, ?, ?, ?)");
    }

    /**
     * The number of a song with what was told besides.
     *
     * @param song number of the song
     * @param info null if nothing was told
     */
    int number(int song, @Nullable String info) throws SQLException {
        if (info == null) {
            return song;
        }
        String name = song + "\t" + name(info);
        int known = names.find(name);
        return known == 0 ? add(name, song, info) : known;
    }

    private int add(String name, int song, String info) throws SQLException {
        int number = names.add(name);
        songs = number < songs.length ? songs : Arrays.copyOf(songs, 2 * number);
        songs[number] = song;
        bind(insert, number, name, song, info).executeUpdate();
        return number;
    }

    // Infos may be long: memory has thousands of names.
    private String name(String info) {
        byte[] whole = digest.digest(info.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, NAME_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The song of a number: that of words, or the song itself. */
    int songOf(int number) {
        return number < songs.length && songs[number] != 0 ? songs[number] : number;
    }

    /** The songs of numbers. */
    BitSet songsOf(BitSet numbers) {
        BitSet found = new BitSet();
        numbers.stream().forEach(number -> found.set(songOf(number)));
        return found;
    }

    @Override
    public void close() throws SQLException {
        names.close();
        Statements.close(insert);
    }
}
