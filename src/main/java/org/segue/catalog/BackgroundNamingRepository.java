package org.segue.catalog;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * Takes names from strangers and gives them back: who is background is known by hashes, see {@link BackgroundNameRepository}; who joins the
 * household by own files has a name again. A database of before has the names hashed once, at its start, in short writes; what is
 * left to do follows from the rows.
 */
@Singleton
class BackgroundNamingRepository {

    private static final Logger LOG = Logger.getLogger(BackgroundNamingRepository.class);

    private static final String TAKEN = "SELECT 1 FROM user WHERE public_id = ? AND id <> ?";

    private final Database database;

    BackgroundNamingRepository(Database database) {
        this.database = database;
    }

    /** What a source calls a user. */
    private record Alias(int sourceId, String source, String name) {}

    // Before imports go on.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        run();
    }

    /** Hashes the names that are left from before. Blocks. */
    void run() {
        if (database.read(connection -> Statements.selectInt(connection, "SELECT count(*) FROM background_naming"))
                == 0) {
            return;
        }
        List<Integer> strangers = database.query("SELECT id FROM user WHERE population = 1", row -> row.getInt(1));
        LOG.infof("The names of %d background listeners are replaced by hashes", strangers.size());
        database.writeEach(strangers, (connection, userIds) -> {
            BackgroundNameRepository names = BackgroundNameRepository.of(connection);
            while (userIds.hasNext()) {
                hide(connection, names, userIds.next());
            }
        });
        database.writeNow(connection -> Statements.update(connection, "DELETE FROM background_naming"));
    }

    /** Hashes all that a background listener is called. Inside a write of the caller's. */
    static void hide(Connection connection, BackgroundNameRepository names, int userId) throws SQLException {
        for (Alias alias : aliases(connection, userId)) {
            if (!BackgroundNameRepository.isHash(alias.name())) {
                rename(connection, userId, alias, names.hash(alias.source(), alias.name()));
            }
        }
    }

    private static void rename(Connection connection, int userId, Alias alias, String hash) throws SQLException {
        Statements.update(
                connection,
                "UPDATE OR REPLACE user_alias SET external_id = ? WHERE source_id = ? AND external_id = ?",
                hash,
                alias.sourceId(),
                alias.name());
        String publicId = PublicId.qualified(
                alias.source(), hash, id -> Statements.selectInt(connection, TAKEN, id, userId) != 0);
        Statements.update(connection, "UPDATE user SET name = ?, public_id = ? WHERE id = ?", hash, publicId, userId);
    }

    private static List<Alias> aliases(Connection connection, int userId) throws SQLException {
        return Statements.query(
                connection,
                "SELECT s.id, s.name, a.external_id FROM user_alias a JOIN source s ON s.id = a.source_id"
                        + " WHERE a.user_id = ? ORDER BY s.id, a.external_id",
                row -> new Alias(row.getInt(1), row.getString(2), row.getString(3)),
                userId);
    }

    /**
     * Takes a background listener into the household under a name that came with own files. Inside a write of the caller's.
     *
     * @param hash what the source's listener was called up to now
     */
    static void show(Connection connection, int userId, Source source, String hash, String externalId, String name)
            throws SQLException {
        Statements.update(
                connection,
                "UPDATE user_alias SET external_id = ? WHERE source_id = ? AND external_id = ?",
                externalId,
                source.id(),
                hash);
        String publicId = PublicId.choose(
                source.name(), externalId, id -> Statements.selectInt(connection, TAKEN, id, userId) != 0);
        Statements.update(connection, "UPDATE user SET name = ?, public_id = ? WHERE id = ?", name, publicId, userId);
        UserRepository.takeIntoHousehold(connection, userId);
    }
}
