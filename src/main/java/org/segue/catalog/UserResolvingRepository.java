package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.segue.storage.KeyedInsert;
import org.segue.storage.Statements;

/** The statements of {@link UserRepository#resolve}, prepared once for many users. */
final class UserResolvingRepository implements AutoCloseable {
    private final Source source;
    private final @Nullable Integer importId;
    private final boolean population;
    private final BackgroundNameRepository names;
    private final Connection connection;
    private final PreparedStatement known;
    private final PreparedStatement forgotten;
    private final PreparedStatement taken;
    private final KeyedInsert insert;
    private final PreparedStatement alias;
    private final PreparedStatement words;
    private int lastKnown;

    UserResolvingRepository(Connection connection, Source source, int importId) throws SQLException {
        this.source = source;
        this.importId = importId == 0 ? null : importId;
        this.connection = connection;
        population = Statements.selectInt(connection, "SELECT population FROM import WHERE id = ?", importId) != 0;
        names = BackgroundNameRepository.of(connection);
        known = connection.prepareStatement("SELECT COALESCE(u.merged_into, u.id), u.population FROM user_alias a"
                + " JOIN user u ON u.id = a.user_id WHERE a.source_id = ? AND a.external_id = ?");
        forgotten = connection.prepareStatement("SELECT 1 FROM forgotten_alias f JOIN import i ON i.id = ?"
                + " WHERE f.source_id = ? AND f.external_id = ? AND i.created_at <= f.forgotten_at");
        taken = connection.prepareStatement("SELECT 1 FROM user WHERE public_id = ?");
        insert = new KeyedInsert(
                connection, "INSERT INTO user (public_id, name, import_id, population) VALUES (?, ?, ?, ?)");
        alias = connection.prepareStatement(
                "INSERT INTO user_alias (source_id, external_id, user_id) VALUES (?, ?, ?)");
        words = connection.prepareStatement("INSERT INTO user_search (rowid, name) VALUES (?, ?)");
    }

    int key(String externalId) throws SQLException {
        return key(externalId, externalId);
    }

    int key(String externalId, String name) throws SQLException {
        String hash = names.hash(source.name(), externalId);
        int key = known(externalId, () -> UserRepository.takeIntoHousehold(connection, lastKnown));
        if (key == 0) {
            key = known(
                    hash, () -> BackgroundNamingRepository.show(connection, lastKnown, source, hash, externalId, name));
        }
        if (key != 0) {
            return key;
        }
        if (isForgotten(externalId) || isForgotten(hash)) {
            return 0;
        }
        return population ? create(hash, hash) : create(externalId, name);
    }

    /** What is done to a background listener who joins the household. */
    private interface Joining {
        void join() throws SQLException;
    }

    private int known(String alias, Joining joining) throws SQLException {
        boolean isBackground;
        try (ResultSet row = bind(known, source.id(), alias).executeQuery()) {
            if (!row.next()) {
                return 0;
            }
            lastKnown = row.getInt(1);
            isBackground = row.getInt(2) == 1;
        }
        if (isBackground && !population) {
            joining.join();
        }
        return lastKnown;
    }

    private boolean isForgotten(String alias) throws SQLException {
        return firstInt(bind(forgotten, importId, source.id(), alias)) != 0;
    }

    private int create(String externalId, String name) throws SQLException {
        int key = insert.insert(publicId(externalId), name, importId, population ? 1 : 0);
        bind(alias, source.id(), externalId, key).executeUpdate();
        if (!population) {
            bind(words, key, name).executeUpdate();
        }
        return key;
    }

    // The many of a dump leave the short ids to the household.
    private String publicId(String externalId) throws SQLException {
        return population
                ? PublicId.qualified(source.name(), externalId, id -> firstInt(bind(taken, id)) != 0)
                : PublicId.choose(source.name(), externalId, id -> firstInt(bind(taken, id)) != 0);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        Statements.close(known, forgotten, taken, alias, words);
    }
}
