package org.segue.ranking.map;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.ranking.Ownership;
import org.segue.ranking.RankingSnapshot;
import org.segue.ranking.Snapshots;

/**
 * The map of the most-played songs, by the model that answers now. It is made when it is first asked for after the model or
 * the listens have changed, in a fraction of a second and by one thread, while others who ask wait: not for an event loop.
 */
@Singleton
public class SongMaps {

    /** More songs than this no page draws, beside those that it asks for. */
    static final int MAX_SONGS = 2000;

    private static final int SONGS_READ_AT_ONCE = 10_000;

    private final Snapshots snapshots;
    private final Catalog catalog;
    private final Lazy<RankingSnapshot, Drawn> map = new Lazy<>(this::draw);

    SongMaps(Snapshots snapshots, Catalog catalog) {
        this.snapshots = snapshots;
        this.catalog = catalog;
    }

    private record Drawn(SongMap map, Layout layout) {}

    /** Whether there is nothing to draw: no model, or none that knows a song that anybody has. */
    public boolean isEmpty() {
        return map.get(snapshots.current()).map().items().isEmpty();
    }

    /**
     * The songs that most people have, with the songs that a question names and the model knows. Where a song lies, and in which
     * cluster, depends on neither.
     */
    public MarkedMap map(MapQuestion question) {
        RankingSnapshot snapshot = snapshots.current();
        Drawn whole = map.get(snapshot);
        Ownership ownership = snapshots.owned(question.owned().users()).join();
        List<MapSong> first =
                whole.map().first(question.limit(), ownership, question.owned().owned());
        MapMarks marks = new MapMarks(
                question,
                snapshot,
                first,
                whole.map(),
                ownership.allowed(question.owned().owned()));
        List<MapSong> further = placed(marks.further(), whole, snapshot).stream()
                .map(placed -> placed.owned(ownership.isOwned(placed.song().id())))
                .toList();
        List<MapSong> all = Stream.concat(first.stream(), further.stream())
                .sorted(Comparator.comparingInt(MapSong::listeners).reversed())
                .toList();
        return marks.on(whole.map().of(all));
    }

    private List<MapSong> placed(List<Integer> songIds, Drawn whole, RankingSnapshot snapshot) {
        Map<Integer, MapSong> known = whole.map().byKey();
        List<MapSong> placed = new ArrayList<>();
        for (Song song : songs(songIds)) {
            MapSong there = known.get(song.id());
            placed.add(
                    there != null
                            ? there
                            : whole.layout()
                                    .place(
                                            song,
                                            snapshot.directionOf(song.id()),
                                            snapshot.songs().listeners(song.id())));
        }
        return placed;
    }

    private Drawn draw(RankingSnapshot snapshot) {
        List<Song> songs = songs(snapshot.mostPlayed(MAX_SONGS));
        float[][] directions =
                songs.stream().map(song -> snapshot.directionOf(song.id())).toArray(float[][]::new);
        Layout layout = Layout.of(directions);
        return new Drawn(
                SongMap.of(snapshot.version(), songs, layout, directions, snapshot.songs()::listeners), layout);
    }

    /** Those that there are, in the order of their keys. */
    private List<Song> songs(List<Integer> ids) {
        List<Song> songs = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += SONGS_READ_AT_ONCE) {
            List<Integer> part = ids.subList(from, Math.min(ids.size(), from + SONGS_READ_AT_ONCE));
            Map<Integer, Song> found = catalog.songs(part).join();
            part.stream().map(found::get).filter(Objects::nonNull).forEach(songs::add);
        }
        return songs;
    }
}
