package org.segue.listens;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the listens that were told are one play. It depends on what was told alone, not on the order in which it came: in
 * the order of their times each joins the latest play that it is the same as all of, or begins one. So of three clients, each
 * less than the slack after the one before, the third is another play if it is too far from the first.
 */
final class Plays {

    private static final Comparator<ToldListen> IN_ORDER = Comparator.comparingLong(ToldListen::at)
            .thenComparingInt(ToldListen::spread)
            .thenComparing(told -> told.song().rank())
            .thenComparingInt(ToldListen::importId);

    /** The more exact time is the better one. */
    private static final Comparator<ToldListen> BEST_TIME =
            Comparator.comparingInt(ToldListen::spread).thenComparingLong(ToldListen::at);

    private static final Comparator<ToldListen> BEST_SONG =
            Comparator.comparing(told -> told.song().rank());

    private Plays() {}

    /**
     * A play.
     *
     * @param at the time under which it is stored
     * @param songId key of the song under which it is stored
     * @param told all that was told of it
     */
    record Play(long at, int songId, List<ToldListen> told) {}

    /** The plays that listens are; all are of one user, and of songs of one family. */
    static List<Play> of(Collection<ToldListen> listens) {
        List<ToldListen> inOrder = new ArrayList<>(listens);
        inOrder.sort(IN_ORDER);
        List<List<ToldListen>> groups = new ArrayList<>();
        for (ToldListen listen : inOrder) {
            latestOf(groups, listen).add(listen);
        }
        Set<Map.Entry<Long, Integer>> taken = new HashSet<>();
        return groups.stream().map(group -> play(group, taken)).toList();
    }

    private static List<ToldListen> latestOf(List<List<ToldListen>> groups, ToldListen listen) {
        for (int g = groups.size() - 1; g >= 0; g--) {
            List<ToldListen> group = groups.get(g);
            if (listen.at() - group.get(0).at() > SameListen.WIDEST_SPREAD + SameListen.WIDEST_SLACK) {
                break;
            }
            if (group.stream().allMatch(listen::isSame)) {
                return group;
            }
        }
        List<ToldListen> begun = new ArrayList<>();
        groups.add(begun);
        return begun;
    }

    // Two plays are never stored under one time.
    private static Play play(List<ToldListen> told, Set<Map.Entry<Long, Integer>> taken) {
        int song = told.stream().min(BEST_SONG).orElseThrow().song().key();
        long at = told.stream().min(BEST_TIME).orElseThrow().at();
        while (!taken.add(Map.entry(at, song))) {
            at++;
        }
        return new Play(at, song, told);
    }
}
