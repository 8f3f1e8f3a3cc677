package org.segue.spark;

import org.segue.songmodel.SongModelManifest;

/** Checks numbers of the command line. */
final class OptionRange {

    private OptionRange() {}

    /**
     * Checks.
     *
     * @throws IllegalArgumentException naming the option that is out of range
     */
    static void check(TrainSongModel options) {
        require("--dimension", options.dimension, 1, SongModelManifest.MAX_DIMENSION);
        require("--regularization", options.regularization, 1e-9, 1e6);
        require("--unobserved-weight", options.unobservedWeight == null ? 1 : options.unobservedWeight, 1e-9, 1e6);
        require("--rounds", options.rounds, 1, 10_000);
        require("--kappa", options.kappa, 0.1, 1000);
        require("--momentum", options.momentum, 0, 0.99);
        require("--shards", options.shards, 1, SongSums.MAX_SHARDS);
        require("--min-songs", options.minSongs, 1, 1e9);
        require("--max-songs", options.maxSongs, options.minSongs, 1e9);
        require("--max-listens-a-day", options.maxListensADay, 1, 1e9);
        require("--min-listeners", options.minListeners, 1, 1e9);
        require("--neighbors", options.neighbors, 1, 1000);
        require("--tested", options.tested, 0, 1e9);
        require("--score-every", options.scoreEvery, 1, 1e9);
        require("--checkpoint-every", options.checkpointEvery, 1, 1e9);
    }

    // NaN fails every comparison, so it is refused here too.
    private static void require(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "illegal %s: %s, must be %s to %s".formatted(option, value, least, most));
        }
    }
}
