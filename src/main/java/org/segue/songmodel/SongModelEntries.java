package org.segue.songmodel;

import java.util.List;

/** Names of the files in a song model, in the order in which they stand there. */
final class SongModelEntries {

    static final String MANIFEST = "manifest.json";
    static final String SONGS = "songs.jsonl";
    static final String EMBEDDINGS = "embeddings.safetensors";
    static final String NEIGHBORS = "neighbors.safetensors";
    static final String ARTISTS = "artists.jsonl";
    static final String ARTIST_EMBEDDINGS = "artists.safetensors";

    /** What every song model has after the manifest. */
    static final List<String> REQUIRED = List.of(SONGS, EMBEDDINGS, NEIGHBORS);

    /** What it has if it has centroids of artists. */
    static final List<String> WITH_ARTISTS = List.of(SONGS, EMBEDDINGS, NEIGHBORS, ARTISTS, ARTIST_EMBEDDINGS);

    /** Tensors. */
    static final String ROWS = "embeddings";

    static final String SCALES = "scales";
    static final String GRAM = "gram";
    static final String NEIGHBOR_SONGS = "songs";
    static final String SIMILARITIES = "similarity";

    private SongModelEntries() {}
}
