package org.segue.ranking;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.segue.catalog.SigningKeyRepository;

/**
 * Words that hold where a radio is: the service keeps nothing of it. They are signed with a key of the database (HMAC, RFC 2104), so that none can
 * be made up. Safe for any thread.
 */
@Singleton
public class RadioCursors {

    /** What is in the words may change: those of another form are told apart. */
    private static final int FORM = 1;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    /** Longer addresses are refused by some proxies. A radio that has given so many songs that they do not fit forgets all but the last. */
    static final int MAX_LENGTH = 6000;

    private final Supplier<byte[]> keys;
    private volatile byte[] key = new byte[0];

    @Inject
    RadioCursors(SigningKeyRepository keys) {
        this(keys::key);
    }

    RadioCursors(Supplier<byte[]> keys) {
        this.keys = keys;
    }

    void start(@Observes StartupEvent event) {
        key = keys.get();
    }

    /** The words of a state. */
    String cursor(RadioState state) {
        String words = words(state);
        return words.length() <= MAX_LENGTH
                ? words
                : words(new RadioState(state.seeds(), state.randomSeed(), state.count(), state.recent(), new int[0]));
    }

    private String words(RadioState state) {
        byte[] packed = packed(state);
        byte[] signature = signature(packed);
        byte[] signed = Arrays.copyOf(signature, signature.length + packed.length);
        System.arraycopy(packed, 0, signed, signature.length, packed.length);
        return encoded(signed);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The state of words; nothing if they were not made here, or were changed. */
    Optional<RadioState> state(String cursor) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            byte[] packed = Arrays.copyOfRange(signed, Math.min(SIGNATURE_BYTES, signed.length), signed.length);
            byte[] signature = Arrays.copyOf(signed, SIGNATURE_BYTES);
            return MessageDigest.isEqual(signature, signature(packed))
                            && encoded(signed).equals(cursor)
                    ? unpacked(packed)
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private byte[] signature(byte[] packed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(packed), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has " + ALGORITHM, e);
        }
    }

    // Distances between keys in order are small numbers, and pack well.
    private static byte[] packed(RadioState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(FORM);
            out.writeLong(state.randomSeed());
            out.writeInt(state.count());
            out.writeShort(state.seeds().size());
            for (Map.Entry<Integer, Float> seed : state.seeds().entrySet()) {
                out.writeInt(seed.getKey());
                out.writeFloat(seed.getValue());
            }
            out.writeShort(state.recent().length);
            for (int songId : state.recent()) {
                write(songId, out);
            }
            out.writeInt(state.before().length);
            int last = 0;
            for (int songId : state.before()) {
                write(songId - last, out);
                last = songId;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Optional<RadioState> unpacked(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            if (in.readByte() != FORM) {
                return Optional.empty();
            }
            long randomSeed = in.readLong();
            int count = in.readInt();
            Map<Integer, Float> seeds = new LinkedHashMap<>();
            for (int left = in.readShort(); left > 0; left--) {
                seeds.put(in.readInt(), in.readFloat());
            }
            int[] recent = new int[in.readShort()];
            for (int k = 0; k < recent.length; k++) {
                recent[k] = read(in);
            }
            int[] before = new int[in.readInt()];
            for (int k = 0; k < before.length; k++) {
                before[k] = read(in) + (k == 0 ? 0 : before[k - 1]);
            }
            return Optional.of(new RadioState(seeds, randomSeed, count, recent, before));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Seven bits a byte, the lowest first; the highest bit says that more follow.
    private static void write(int value, DataOutputStream out) throws IOException {
        int left = value;
        while (left > 0x7f) {
            out.writeByte((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.writeByte(left);
    }

    private static int read(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (part & 0x7f) << shift;
            if (part < 0x80) {
                return value;
            }
        }
    }
}
