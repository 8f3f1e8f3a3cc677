package org.segue.access;

import java.util.List;

/** Rows of {@link AccessMatrix} for plugins that make mixes. */
final class MixRows {

    private MixRows() {}

    /** Plugins of players have tokens of users, or of libraries: to them the administrator's is a wrong one. */
    static final List<AccessMatrix.Row> MIXES = List.of(
            AccessMatrix.read("/api/health", Least.NOBODY),
            AccessMatrix.read("/api/similar_tracks", Least.ANYBODY_KNOWN),
            AccessMatrix.read("/api/similar_artists", Least.ANYBODY_KNOWN),
            AccessMatrix.read("/api/find_path", Least.ANYBODY_KNOWN),
            AccessMatrix.read("/api/search_tracks", Least.ANYBODY_KNOWN),
            AccessMatrix.read("/api/sonic_fingerprint/generate", Least.ANYBODY_KNOWN),
            AccessMatrix.read("/similar-artists/json", Least.ANYBODY_KNOWN));

    /** What the plugins ask for and there is none of here. */
    static final List<AccessMatrix.Row> NO_MIXES = List.of(
            AccessMatrix.read("/api/last_task", Least.ANYBODY_KNOWN),
            new AccessMatrix.Row("POST", "/api/analysis/start", Least.NOBODY, Least.ANYBODY_KNOWN, "{}"),
            new AccessMatrix.Row("POST", "/api/clustering/start", Least.NOBODY, Least.ANYBODY_KNOWN, "{}"),
            new AccessMatrix.Row("POST", "/api/cancel_all/{type}", Least.NOBODY, Least.ANYBODY_KNOWN, "{}"));
}
