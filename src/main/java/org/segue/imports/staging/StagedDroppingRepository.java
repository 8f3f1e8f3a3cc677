package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.segue.storage.Statements;

/** Drops users of an import whose rows are not wanted after all. For one thread. */
final class StagedDroppingRepository {

    /** Takes a user by number and by what the source calls the user. */
    @FunctionalInterface
    interface NameVisitor {
        /** Takes one. */
        void user(int number, String name);
    }

    /** Tells whether a user is dropped. */
    @FunctionalInterface
    interface Dropped {
        /** Whether it is the one of a number, whom the source calls by a name. */
        boolean test(int number, String name);
    }

    private final Connection connection;
    private final StagedSongRepository songs;
    private final StagedWordsRepository words;

    StagedDroppingRepository(Connection connection, StagedSongRepository songs, StagedWordsRepository words) {
        this.connection = connection;
        this.songs = songs;
        this.words = words;
    }

    /** Hands on all users. A staged name is a source, a tab, and what that source calls the user. */
    void eachName(NameVisitor visitor) throws SQLException {
        Statements.queryEach(
                connection,
                "SELECT number, substr(name, instr(name, char(9)) + 1) FROM user",
                row -> visitor.user(row.getInt(1), row.getString(2)));
    }

    /** Drops users with their rows, and the songs that nobody else has. */
    void drop(Dropped dropped, ListenRuns listens) throws SQLException, IOException {
        BitSet users = new BitSet();
        eachName((number, name) -> users.set(number, dropped.test(number, name)));
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM user WHERE number = ?")) {
            for (int number = users.nextSetBit(0); number >= 0; number = users.nextSetBit(number + 1)) {
                bind(delete, number).executeUpdate();
            }
        }
        for (String table : List.of("row", "feedback", "list")) {
            Statements.update(
                    connection, "DELETE FROM %s WHERE user NOT IN (SELECT number FROM user)".formatted(table));
        }
        songs.deleteUnused(words.songsOf(listens.songsWithout(users)));
    }
}
