package org.segue.catalog;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import org.segue.storage.Database;

/** The key with which this database's cursors are signed: random, told to nobody. Its method blocks. */
@Singleton
public class SigningKeyRepository {

    private final Database database;

    SigningKeyRepository(Database database) {
        this.database = database;
    }

    /** The key, 32 bytes. */
    public byte[] key() {
        return HexFormat.of()
                .parseHex(database.queryFirst("SELECT key FROM signing_key", row -> row.getString(1))
                        .orElseThrow());
    }
}
