package org.segue.playlists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Files that a list can be taken along as. */
public enum PlaylistFormat {
    /** JSON, as ListenBrainz has it. */
    JSPF("application/jspf+json"),
    /** XML, as many players read it. */
    XSPF("application/xspf+xml"),
    /** Lines of text, as nearly all players read it. */
    M3U8("audio/x-mpegurl"),
    /** A table. */
    CSV("text/csv");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_NAME_LENGTH = 80;

    private final String mediaType;

    PlaylistFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What such a file is called at the end of its name, and in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a word. */
    public static Optional<PlaylistFormat> named(String word) {
        for (PlaylistFormat format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Media type with the charset, in which all of them are written. */
    public String contentType() {
        return mediaType + ";charset=UTF-8";
    }

    /**
     * Writes a list.
     *
     * @param base where Segue is reached, without a slash at its end
     */
    public String write(PlaylistDocument list, String base) {
        return switch (this) {
            case JSPF -> json(list, base);
            case XSPF -> Xspf.of(list, base);
            case M3U8 -> M3u8.of(list);
            case CSV -> Csv.of(list);
        };
    }

    private static String json(PlaylistDocument list, String base) {
        try {
            return JSON.writeValueAsString(Jspf.of(list, base));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always written", e);
        }
    }

    /**
     * How browsers are told to keep it: a name that is safe in any file system, and the whole title for those who understand
     * that (RFC 6266).
     */
    public String disposition(PlaylistDocument list) {
        String whole = list.title()
                .replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", " ")
                .replaceFirst("^[. ]+", "")
                .strip();
        String encoded =
                URLEncoder.encode(whole + "." + word(), StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"%s.%s\"; filename*=UTF-8''%s".formatted(safe(list.title()), word(), encoded);
    }

    private static String safe(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9 _-]", "")
                .strip()
                .replaceAll("\\s+", "-");
        String safe = plain.substring(0, Math.min(MAX_NAME_LENGTH, plain.length()));
        return safe.isEmpty() ? "playlist" : safe;
    }
}
