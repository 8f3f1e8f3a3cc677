package org.segue.imports.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.segue.listens.Listen;
import org.segue.listens.PlaysOfFiles;
import org.segue.listens.PlaysOfFiles.Told;
import org.segue.listens.SameListen;

/**
 * Finds, among the listens of one import, those that files of several formats, or several players, tell of the same play. Takes
 * them in the order of user and time, and passes each play on once, in the same order. One teller's two listens are never one,
 * unless they are the same to the second: it knows what it tells apart. For one thread.
 */
final class SameListens {

    /** Who tells of one play after the other without a pause is not waited for. */
    private static final int MAX_CLOSE = 10_000;

    private final Consumer<Listen> kept;
    private final PlaysOfFiles plays;
    private final int slack;

    /** Listens so close to each other that some may be one play. Most are alone. */
    private final List<Told> close = new ArrayList<>();

    private long end;

    /**
     * Nothing taken yet.
     *
     * @param tellers how many formats and players tell of listens
     * @param kept takes each play once
     */
    SameListens(int tellers, PlaysOfFiles plays, Consumer<Listen> kept) {
        this.kept = kept;
        this.plays = plays;
        this.slack = tellers > 1 ? SameListen.WIDEST_SLACK : 1;
    }

    /** Takes the next listen, from a teller of a number. */
    void add(Listen listen, int teller) {
        int spread = slack == 1 ? 0 : listen.spread();
        if (!close.isEmpty() && (isFar(listen) || close.size() >= MAX_CLOSE)) {
            passOn();
        }
        end = close.isEmpty() ? listen.listenedAt() + spread : Math.max(end, listen.listenedAt() + spread);
        close.add(new Told(listen, teller));
    }

    private boolean isFar(Listen next) {
        return close.get(0).listen().userId() != next.userId() || next.listenedAt() >= end + slack;
    }

    /** There are no more. */
    void end() {
        passOn();
    }

    private void passOn() {
        if (close.size() == 1) {
            kept.accept(close.get(0).listen());
        } else if (!close.isEmpty()) {
            passOnPlays();
        }
        close.clear();
    }

    // Of a play at one time that is told as a skip too, the play is meant: it comes first.
    private void passOnPlays() {
        Listen last = null;
        for (Listen play : plays.plays(close)) {
            if (last == null || !last.isOfSameMoment(play)) {
                kept.accept(play);
            }
            last = play;
        }
    }
}
