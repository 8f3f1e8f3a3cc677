package org.segue.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.ModelSongRepository.Described;
import org.segue.catalog.RecordingKey;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.interactions.CsrMatrix;
import org.segue.interactions.InteractionMatrix;
import org.segue.songmodel.ModelSong;
import org.segue.songmodel.SongModelException;
import org.segue.songmodel.SongModelManifest;
import org.segue.songmodel.SongModelWriter;

/**
 * Writes a model as a song model's file, without any listener. A song that few people play, or two that few people play both, would tell what
 * these people play: such songs, and such pairs of neighbors, are left out. For one thread.
 */
public final class SongModelExport {

    private final StoredModel stored;
    private final int minListeners;
    private final InteractionMatrix interactions;
    private final CsrMatrix listenersOf;
    private final List<ModelSong> songs = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();

    /**
     * Decides what of a model may leave the house.
     *
     * @param stored the model
     * @param interactions who plays what now
     * @param described what songs are called
     * @param minListeners the fewest listeners of a song, and of two neighbors together; 1 makes a private file
     * @throws SongModelException if the model cannot be exported, or nothing of it may leave the house
     */
    public SongModelExport(
            StoredModel stored, InteractionMatrix interactions, List<Described> described, int minListeners)
            throws SongModelException {
        this.stored = stored;
        this.minListeners = minListeners;
        this.interactions = interactions;
        this.listenersOf = interactions.cells().transpose();
        if (stored.model().loss().objective() != Objective.IMPLICIT) {
            throw new SongModelException("This model predicts ratings. Only models that rank songs can be exported.");
        }
        choose(described);
        if (songs.isEmpty()) {
            throw new SongModelException(
                    ("Nothing of this model can leave the house: no song in it has %d listeners or more. A song with fewer"
                                    + " would tell what single people play.")
                            .formatted(minListeners));
        }
    }

    private record Candidate(ModelSong song, int row) {}

    private void choose(List<Described> described) {
        Set<String> keys = new HashSet<>();
        Set<String> mbids = new HashSet<>();
        described.stream()
                .map(this::candidate)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Candidate::song, ModelSong.ORDER).thenComparing(Candidate::row))
                .filter(candidate -> keys.add(candidate.song.key()))
                .filter(candidate -> candidate.song.mbid() == null || mbids.add(candidate.song.mbid()))
                .forEach(candidate -> {
                    songs.add(candidate.song);
                    rows.add(candidate.row);
                });
    }

    private @Nullable Candidate candidate(Described described) {
        int row = stored.model().songIndexOf(described.id());
        int listeners = row < 0 ? 0 : listeners(described.id()).length;
        ExternalSong song = described.song();
        String artist = song.artist();
        String title = song.title();
        if (listeners < minListeners || artist == null || title == null || artist.isBlank() || title.isBlank()) {
            return null;
        }
        Integer length = song.durationMs();
        return new Candidate(
                new ModelSong(
                        song.mbid() == null ? null : song.mbid().toLowerCase(Locale.ROOT),
                        RecordingKey.of(artist, title),
                        title,
                        artist,
                        null,
                        song.album(),
                        length == null ? null : (long) length,
                        listeners),
                row);
    }

    // Rows of the users, ascending.
    private int[] listeners(int songId) {
        int column = interactions.songIndexOf(songId);
        return column < 0
                ? new int[0]
                : Arrays.copyOfRange(
                        listenersOf.columnIndexes(),
                        listenersOf.rowStart()[column],
                        listenersOf.rowStart()[column + 1]);
    }

    /** How many songs may leave the house. */
    public int size() {
        return songs.size();
    }

    /**
     * Writes the file.
     *
     * @param target the file; another one there is replaced
     * @return what it says of itself
     */
    public SongModelManifest write(Path target) throws IOException {
        FactorModel model = stored.model();
        int most = model.neighbors().isEmpty() ? 0 : Neighbors.MAX;
        try (SongModelWriter writer = new SongModelWriter(target, songs.size(), model.dimension(), most)) {
            int[] placeOf = places();
            for (int place = 0; place < songs.size(); place++) {
                writer.add(songs.get(place), model.embeddings().row(rows.get(place)));
                addNeighbors(writer, rows.get(place), placeOf);
            }
            return writer.finish(manifest());
        }
    }

    private int[] places() {
        int[] placeOf = new int[stored.model().songs()];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < rows.size(); place++) {
            placeOf[rows.get(place)] = place;
        }
        return placeOf;
    }

    private record Near(int place, float similarity) {}

    private void addNeighbors(SongModelWriter writer, int row, int[] placeOf) throws IOException {
        Neighbors neighbors = stored.model().neighbors();
        if (neighbors.isEmpty()) {
            writer.addNeighbors(new int[0], new float[0]);
            return;
        }
        int[] own = listeners(stored.model().songIds()[row]);
        List<Near> near = IntStream.range(neighbors.start()[row], neighbors.start()[row + 1])
                .filter(k -> placeOf[neighbors.rows()[k]] >= 0)
                .filter(k ->
                        common(own, listeners(stored.model().songIds()[neighbors.rows()[k]])) >= minListeners)
                .mapToObj(k -> new Near(placeOf[neighbors.rows()[k]], neighbors.inSession()[k]))
                .sorted(Comparator.comparing(Near::similarity).reversed().thenComparing(Near::place))
                .toList();
        float[] similarities = new float[near.size()];
        for (int k = 0; k < similarities.length; k++) {
            similarities[k] = near.get(k).similarity;
        }
        writer.addNeighbors(near.stream().mapToInt(Near::place).toArray(), similarities);
    }

    private static int common(int[] these, int[] those) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < these.length && j < those.length) {
            if (these[i] == those[j]) {
                common++;
            }
            boolean isBehind = these[i] <= those[j];
            j += these[i] >= those[j] ? 1 : 0;
            i += isBehind ? 1 : 0;
        }
        return common;
    }

    private SongModelManifest manifest() {
        Hyperparameters hyperparameters = stored.manifest().provenance().hyperparameters();
        return new SongModelManifest(
                new SongModelManifest.Size(RecordingKey.VERSION, stored.model().dimension(), songs.size()),
                loss(hyperparameters.loss()),
                time(hyperparameters.recencyOrNone()),
                new SongModelManifest.Listeners(
                        interactions.users(), minListeners, minListeners < SongModelManifest.Listeners.MIN),
                new SongModelManifest.Run(1, 1, hyperparameters.seed()),
                new SongModelManifest.Origin(
                        Instant.now(),
                        stored.manifest().provenance().software(),
                        SongModelManifest.Source.UNKNOWN,
                        null));
    }

    private static SongModelManifest.Loss loss(Hyperparameters.Loss loss) {
        return new SongModelManifest.Loss(
                loss.unobservedWeight(),
                loss.regularization(),
                1,
                loss.scale() == RegularizationScale.COUNT
                        ? SongModelManifest.Loss.COUNT
                        : SongModelManifest.Loss.WEIGHT,
                loss.confidence() == ConfidenceWeighting.LOG ? "log" : "none");
    }

    private static SongModelManifest.Time time(Recency recency) {
        return new SongModelManifest.Time(
                recency.inSession().weight(),
                recency.fresh().weight(),
                orNull(recency.halfLife()),
                orNull(recency.inSession().halfLife()),
                orNull(recency.fresh().halfLife()),
                recency.undatedWeight());
    }

    private static @Nullable Double orNull(double halfLife) {
        return halfLife == 0 ? null : halfLife;
    }
}
