package org.segue.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What users, songs and artists are called outside: safe in a URL path, and in nobody's way. */
final class PublicId {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._~:-]{1,128}");

    /** Leaves room for a number behind it. */
    private static final int MAX_WORDS = 100;

    private PublicId() {}

    /**
     * Whether an id is in use already.
     *
     * @param <E> what looking it up may throw
     */
    @FunctionalInterface
    interface Taken<E extends Exception> {

        /** Looks it up. */
        boolean test(String id) throws E;
    }

    /** Whether an id can stand in a URL path as it is. */
    static boolean isSafe(String id) {
        return SAFE.matcher(id).matches() && !id.equals(".") && !id.equals("..");
    }

    /** The id that a source uses if it is safe and free; else one with the source's name before it; else a hash of both. */
    static <E extends Exception> String choose(String source, String externalId, Taken<E> taken) throws E {
        if (isSafe(externalId) && !taken.test(externalId)) {
            return externalId;
        }
        return qualified(source, externalId, taken);
    }

    /** The id that a source uses with the source's name before it, if it is safe and free; else a hash of both. */
    static <E extends Exception> String qualified(String source, String externalId, Taken<E> taken) throws E {
        String qualified = source + ':' + externalId;
        if (isSafe(qualified) && !taken.test(qualified)) {
            return qualified;
        }
        String hash = source + '~' + hash(qualified);
        return free(isSafe(hash) ? hash : hash(qualified), taken);
    }

    /** An id made of a name's normalized words, with a number behind it if it is taken. */
    static <E extends Exception> String ofWords(String key, Taken<E> taken) throws E {
        String words = key.replace(' ', '-');
        return free(isSafe(words) && words.length() <= MAX_WORDS ? words : hash(key), taken);
    }

    private static <E extends Exception> String free(String wanted, Taken<E> taken) throws E {
        String id = wanted;
        for (int number = 2; taken.test(id); number++) {
            id = wanted + '-' + number;
        }
        return id;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
