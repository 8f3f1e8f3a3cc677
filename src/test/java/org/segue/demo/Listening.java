package org.segue.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a listener hear songs, a session after the other.
 *
 * <p>A session stays in one scene. After a song comes the next one of its album, another of its artist, a song that was dear
 * lately, or one of an artist whom {@link Taste} draws; of an artist the hits come first.
 */
final class Listening {

    /** Listens a song that a listener hears, on average and before zeal. */
    private static final double LISTENS_A_SONG = 2.1;

    private static final double MEAN_SESSION = 7;
    private static final int LONGEST_SESSION = 40;

    /** Minutes without music that end a session, and some more. */
    private static final int PAUSE = 45;

    private static final double NEXT_OF_ALBUM = 0.13;
    private static final double SAME_ARTIST = 0.07;
    private static final double HEARD_LATELY = 0.36;

    /** How often somebody puts on any song of an artist, hit or not. */
    private static final double DEEP_CUT = 0.08;

    /** How many listens back somebody remembers. */
    private static final int MEMORY = 120;

    private static final int TRIES = 6;

    private final Taste taste;
    private final Listener listener;
    private final Dice dice;
    private final List<Play> plays = new ArrayList<>();
    private final Set<Song> known = new HashSet<>();

    private Listening(List<Artist> artists, Listener listener, Dice dice) {
        this.taste = new Taste(artists, listener, dice);
        this.listener = listener;
        this.dice = dice;
    }

    /** All that a listener has heard, in order; the list may be added to. */
    static List<Play> of(List<Artist> artists, Listener listener, Dice dice) {
        Listening listening = new Listening(artists, listener, dice);
        for (int start : Calendar.starts(listening.sessions(), dice)) {
            listening.session(Math.max(start, listening.free()));
        }
        return listening.plays;
    }

    private int sessions() {
        return (int) Math.max(3, listens() / MEAN_SESSION);
    }

    private int listens() {
        return (int) (LISTENS_A_SONG * StrictMath.exp(0.4 * (listener.zeal() - 1)) * listener.songs());
    }

    private int free() {
        return plays.isEmpty() ? 0 : last().minute() + PAUSE;
    }

    private Play last() {
        return plays.get(plays.size() - 1);
    }

    private void session(int start) {
        Taste.Choice choice = taste.evening((double) start / Calendar.MINUTES, dice);
        Set<Song> heard = new HashSet<>();
        int minute = start;
        @Nullable Heard before = null;
        for (int left = length(); left > 0 && minute < Calendar.MINUTES; left--) {
            Heard next = unheard(choice, before, heard);
            plays.add(new Play(next.song(), minute));
            known.add(next.song());
            before = next;
            minute += 3 + dice.below(3);
        }
    }

    private record Heard(Artist artist, int index) {
        Song song() {
            return artist.songs().get(index);
        }
    }

    // Few songs twice in a session.
    private Heard unheard(Taste.Choice choice, @Nullable Heard before, Set<Song> heard) {
        Heard next = next(choice, before);
        for (int i = 1; i < TRIES && heard.contains(next.song()); i++) {
            next = next(choice, before);
        }
        heard.add(next.song());
        return next;
    }

    private Heard next(Taste.Choice choice, @Nullable Heard before) {
        double chance = dice.unit();
        if (before != null && chance < NEXT_OF_ALBUM && hasNext(before)) {
            return new Heard(before.artist(), before.index() + 1);
        }
        if (before != null && chance < NEXT_OF_ALBUM + SAME_ARTIST) {
            return hit(before.artist());
        }
        Artist artist = choice.draw(dice);
        boolean again = chance < NEXT_OF_ALBUM + SAME_ARTIST + HEARD_LATELY || hasHeardEnough();
        return again ? remembered(choice, artist) : hit(artist);
    }

    // More songs than are due by now: who wants to hear so many in two years hears a part of them in a part of the
    // time.
    private boolean hasHeardEnough() {
        return known.size() * (double) listens() > listener.songs() * (double) plays.size();
    }

    private static boolean hasNext(Heard heard) {
        List<Song> songs = heard.artist().songs();
        return heard.index() + 1 < songs.size()
                && songs.get(heard.index() + 1).album().equals(heard.song().album());
    }

    private Heard hit(Artist artist) {
        int index = dice.chance(DEEP_CUT)
                ? dice.below(artist.songs().size())
                : artist.hits().draw(dice);
        return new Heard(artist, index);
    }

    // A song of the scene that was heard lately, if chance finds one.
    private Heard remembered(Taste.Choice choice, Artist otherwise) {
        int memory = Math.min(MEMORY, plays.size());
        for (int i = 0; i < TRIES && memory > 0; i++) {
            Song song = plays.get(plays.size() - 1 - dice.below(memory)).song();
            for (Artist artist : choice.artists()) {
                int index = artist.songs().indexOf(song);
                if (index >= 0) {
                    return new Heard(artist, index);
                }
            }
        }
        return hit(otherwise);
    }

    private int length() {
        double length = -MEAN_SESSION * StrictMath.log(1 - dice.unit());
        return (int) Math.max(1, Math.min(LONGEST_SESSION, 1 + length));
    }
}
