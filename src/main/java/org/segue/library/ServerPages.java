package org.segue.library;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.library.SongPlaceRepository.Held;

/**
 * Pages of servers' own web applications: the song's where there is one, else its album's, else the first page. Jellyfin's
 * {@code /web/#/details?id=ID} shows any item; Navidrome's {@code /app/#/album/ID/show} shows albums, and has no page of a song.
 */
final class ServerPages {

    private ServerPages() {}

    /** The page of a song; nothing if the server has no address for browsers. */
    static Optional<String> of(Held song) {
        return base(song.webUrl()).map(base -> base + page(song));
    }

    private static String page(Held song) {
        if (song.kind().equals(LibraryKind.JELLYFIN.word())) {
            return "/web/#/details?id=" + encoded(song.externalId());
        }
        boolean isNavidrome = "navidrome"
                .equals(song.software() == null ? "" : song.software().toLowerCase(Locale.ROOT));
        String album = song.albumId();
        return isNavidrome && album != null ? "/app/#/album/" + encoded(album) + "/show" : "/";
    }

    // What somebody typed: without what would sign in whoever clicks, and without what would run.
    private static Optional<String> base(@Nullable String typed) {
        try {
            URI address = new URI(typed == null ? "" : typed.strip());
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean isWeb = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
            String path =
                    address.getRawPath() == null ? "" : address.getRawPath().replaceFirst("/+$", "");
            return isWeb
                    ? Optional.of(new URI(scheme, null, address.getHost(), address.getPort(), null, null, null) + path)
                    : Optional.empty();
        } catch (URISyntaxException isNone) {
            return Optional.empty();
        }
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
