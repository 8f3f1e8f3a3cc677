package org.segue.ranking.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.segue.interactions.UserHistory;
import org.segue.ranking.RankingSnapshot;

/**
 * Which songs a question adds to a map, and which it marks there. Copies of one recording are one song, whichever of them the map has.
 * For one map and one thread.
 */
final class MapMarks {

    private final MapQuestion question;
    private final RankingSnapshot snapshot;
    private final Map<Integer, Integer> copies = new HashMap<>();
    private final BitSet drawn = new BitSet();
    private final List<Integer> further = new ArrayList<>();
    private final BitSet heard = new BitSet();
    private final BitSet known = new BitSet();

    /**
     * Looks for what a map lacks.
     *
     * @param first songs that are drawn already
     * @param whole map, whose copy of a recording is drawn
     * @param allowed which of the listener's songs are wanted
     */
    MapMarks(MapQuestion question, RankingSnapshot snapshot, List<MapSong> first, SongMap whole, IntPredicate allowed) {
        this.question = question;
        this.snapshot = snapshot;
        whole.byKey().keySet().forEach(songId -> copies.put(recording(songId), songId));
        first.forEach(placed -> drawn.set(recording(placed.song().id())));
        UserHistory history = question.history();
        if (history != null) {
            addHeard(history, allowed);
        }
        question.recommended().forEach(this::add);
        question.path().forEach(this::add);
    }

    private int recording(int songId) {
        return snapshot.songs().recordingOf(songId);
    }

    private void addHeard(UserHistory history, IntPredicate allowed) {
        for (int songId : history.songIds()) {
            heard.set(recording(songId));
            if (snapshot.hasDirection(copyOf(songId))) {
                known.set(recording(songId));
            }
            if (allowed.test(songId)) {
                add(songId);
            }
        }
    }

    private int copyOf(int songId) {
        return copies.getOrDefault(recording(songId), songId);
    }

    private void add(int songId) {
        int recording = recording(songId);
        if (!drawn.get(recording) && snapshot.hasDirection(copyOf(songId))) {
            drawn.set(recording);
            further.add(copyOf(songId));
        }
    }

    /** Keys of the songs that the map lacks. */
    List<Integer> further() {
        return further;
    }

    /** The map with its marks. */
    MarkedMap on(SongMap map) {
        Map<Integer, String> ids = new HashMap<>();
        map.items()
                .forEach(placed ->
                        ids.put(recording(placed.song().id()), placed.song().publicId()));
        SongMap marked = question.history() == null
                ? map
                : map.of(map.items().stream()
                        .map(placed ->
                                placed.heard(heard.get(recording(placed.song().id()))))
                        .toList());
        return new MarkedMap(marked, placed(question.recommended(), ids), placed(question.path(), ids), unplaced());
    }

    private List<String> placed(List<Integer> songs, Map<Integer, String> ids) {
        return songs.stream()
                .map(song -> ids.get(recording(song)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private int unplaced() {
        return heard.cardinality() - known.cardinality();
    }
}
