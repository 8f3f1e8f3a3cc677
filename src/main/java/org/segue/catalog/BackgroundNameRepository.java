package org.segue.catalog;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.segue.storage.Statements;

/**
 * What strangers are called here: not by their names, which they never gave to this house, but by hashes of them under a key of this
 * database alone. The same name of the same source has the same hash, so that a later dump, or the stranger's own files, are known
 * to be of the same listener. For one thread.
 *
 * <p>{@code ~ + hex(HMAC-SHA-256(key, source + tab + name))[0..32)}
 */
final class BackgroundNameRepository {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final Pattern HASH = Pattern.compile("~[0-9a-f]{32}");

    private final Mac mac;

    private BackgroundNameRepository(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every Java has HMAC with SHA-256", e);
        }
    }

    /** Those of a database, whose key is made if it has none. Inside a write of the caller's. */
    static BackgroundNameRepository of(Connection connection) throws SQLException {
        Statements.update(
                connection,
                "INSERT INTO background_key (key) SELECT lower(hex(randomblob(32)))"
                        + " WHERE NOT EXISTS (SELECT 1 FROM background_key)");
        return Statements.queryFirst(
                        connection,
                        "SELECT key FROM background_key",
                        row -> new BackgroundNameRepository(row.getString(1)))
                .orElseThrow();
    }

    /** The hash of a name. */
    String hash(String source, String name) {
        byte[] digest = mac.doFinal((source + '\t' + name).getBytes(StandardCharsets.UTF_8));
        return '~' + HexFormat.of().formatHex(digest, 0, BYTES);
    }

    /** Whether a name is a hash already. */
    static boolean isHash(String name) {
        return HASH.matcher(name).matches();
    }
}
