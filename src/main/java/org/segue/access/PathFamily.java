package org.segue.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Which family an address belongs to: it decides how a request says who it is from, and what a refusal looks like. */
public final class PathFamily {

    /** What the plugins know of AudioMuse-AI. */
    private static final Set<String> MIXES = Set.of(
            "/api/similar_tracks",
            "/api/similar_artists",
            "/api/find_path",
            "/api/search_tracks",
            "/api/health",
            "/api/sonic_fingerprint/generate",
            "/api/analysis/start",
            "/api/clustering/start",
            "/api/create_playlist",
            "/api/active_tasks",
            "/api/last_task",
            "/api/alchemy",
            "/api/clap/search",
            "/api/clap/stats",
            "/api/lyrics/search/text",
            "/similar-artists/json");

    private PathFamily() {}

    /** Whether it is one of the ListenBrainz protocol. */
    public static boolean isProtocol(String path) {
        return path.startsWith("/1/") || path.equals("/1");
    }

    /** Whether it is one of Last.fm's protocols: what is sent there says in its body, or in its query, who sends it. */
    public static boolean isLastFm(String path) {
        return path.equals("/2.0") || path.startsWith("/2.0/") || isAudioscrobbler(path);
    }

    /** Whether it is one of Audioscrobbler 1.2, which Last.fm spoke before, and whose answers are lines. */
    public static boolean isAudioscrobbler(String path) {
        return path.equals("/1.2") || path.startsWith("/1.2/");
    }

    /**
     * Whether it is one of those at which plugins of players ask for mixes. They answer to tokens of libraries and users; a wrong one is refused
     * without being counted.
     */
    public static boolean isMix(String path) {
        return MIXES.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                || path.startsWith("/api/cancel/")
                || path.startsWith("/api/cancel_all/");
    }

    /** Whether somebody looks at a page, or sends a page's form without script. */
    public static boolean isPage(RoutingContext context) {
        String path = context.normalizedPath();
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return (HttpMethod.GET.equals(context.request().method()) || isForm(context.request()))
                && !isProtocol(path)
                && !isLastFm(path)
                && !isMix(path)
                && !path.startsWith("/api/")
                && !path.startsWith("/q/")
                && accept != null
                && accept.contains("text/html");
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return HttpMethod.POST.equals(request.method())
                && type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }

    /**
     * The way from a page to where people sign in, and from there back to the page. Relative: Segue may live under a path of a
     * proxy's.
     */
    static String toSignIn(RoutingContext context) {
        String path = context.normalizedPath();
        String query = context.request().query();
        int depth = (int) path.chars().filter(c -> c == '/').count() - 1;
        String signIn = (depth <= 0 ? "./" : "../".repeat(depth)) + "sign-in";
        String page = path.substring(1) + (query == null ? "" : "?" + query);
        boolean comesBack = HttpMethod.GET.equals(context.request().method()) && !page.isEmpty();
        return comesBack ? signIn + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8) : signIn;
    }
}
