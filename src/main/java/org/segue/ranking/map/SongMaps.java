package org.segue.ranking.map;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.ranking.OwnedBy;
import org.segue.ranking.RankingSnapshot;
import org.segue.ranking.Snapshots;

/**
 * The map of the most-played songs, by the model that answers now. It is made when it is first asked for after the model or
 * the listens have changed, in a fraction of a second and by one thread, while others who ask wait: not for an event loop.
 */
@Singleton
public class SongMaps {

    /** More songs than this no page draws. */
    static final int MAX_SONGS = 2000;

    private final Snapshots snapshots;
    private final Catalog catalog;
    private final Lazy<RankingSnapshot, SongMap> map = new Lazy<>(this::draw);

    SongMaps(Snapshots snapshots, Catalog catalog) {
        this.snapshots = snapshots;
        this.catalog = catalog;
    }

    /**
     * The songs that most people have. Where a song lies, and in which cluster, does not depend on how many are asked for.
     *
     * @param limit the most songs, positive
     * @param owned which of them, by who owns them
     */
    public SongMap map(int limit, OwnedBy owned) {
        SongMap whole = map.get(snapshots.current());
        return whole.limitedTo(limit, snapshots.owned(owned.users()).join(), owned.owned());
    }

    private SongMap draw(RankingSnapshot snapshot) {
        List<Integer> ids = snapshot.mostPlayed(MAX_SONGS);
        Map<Integer, Song> found = catalog.songs(ids).join();
        List<Song> songs = ids.stream().map(found::get).filter(Objects::nonNull).toList();
        float[][] directions =
                songs.stream().map(song -> snapshot.directionOf(song.id())).toArray(float[][]::new);
        return SongMap.of(snapshot.version(), songs, directions, snapshot.songs()::listeners);
    }
}
