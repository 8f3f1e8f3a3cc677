package org.segue.library;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.segue.storage.DataFolder;
import org.segue.storage.DurableFiles;
import org.segue.storage.Permissions;
import org.segue.storage.StorageException;

/**
 * Encrypts what logins sign in with, by AES-GCM with a key of 256 bits in a file of the data folder that Segue alone may read. No
 * backup holds the key: a backup that somebody finds signs in nowhere. Safe for any thread.
 */
@Singleton
class SecretKey {

    /** Name of the file in the data folder. */
    static final String FILE = "secret.key";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    SecretKey(DataFolder folder) {
        this.file = folder.root().resolve(FILE);
    }

    /**
     * Encrypts a secret.
     *
     * @param owner whose it is; to be said again when it is decrypted
     * @throws StorageException if the key cannot be read or written
     */
    String encrypt(String secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, key(), nonce, secret.getBytes(StandardCharsets.UTF_8), owner)
                .orElseThrow(() -> new IllegalStateException("AES-GCM does not encrypt"));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
        System.arraycopy(hidden, 0, all, NONCE_BYTES, hidden.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** Decrypts a secret; nothing if it was encrypted with another key, or is another's. */
    Optional<String> decrypt(String encrypted, String owner) {
        byte[] all = Base64.getDecoder().decode(encrypted);
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] hidden = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
        return run(Cipher.DECRYPT_MODE, key(), nonce, hidden, owner)
                .map(secret -> new String(secret, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> run(int mode, SecretKeySpec key, byte[] nonce, byte[] content, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(content));
        } catch (javax.crypto.AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has AES-GCM", e);
        }
    }

    private synchronized SecretKeySpec key() {
        try {
            byte[] key = Files.exists(file) ? Files.readAllBytes(file) : make();
            if (key.length != KEY_BYTES) {
                throw new StorageException(
                        "The file %s is damaged: delete it, and sign in to the libraries again.".formatted(file));
            }
            return new SecretKeySpec(key, "AES");
        } catch (IOException e) {
            throw new StorageException(
                    "The key of the libraries' logins cannot be read or written: " + e.getMessage(), e);
        }
    }

    private byte[] make() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Path aside = file.resolveSibling("." + FILE + ".made");
        Files.deleteIfExists(aside);
        Permissions.PRIVATE.makeFile(aside);
        Files.write(aside, key);
        DurableFiles.forceFile(aside);
        DurableFiles.rename(aside, file);
        return key;
    }
}
