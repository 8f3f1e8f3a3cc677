package org.segue.imports.formats;

import org.jspecify.annotations.Nullable;

/**
 * What a source tells of a play beside what was played when.
 *
 * @param msid what ListenBrainz calls the text of artist and title, null if it says nothing
 * @param client the player that sent it to the source, null if the source does not say
 * @param info what else was told, as {@link org.segue.listens.ToldWords#info} has it; null if that is no more than what is known
 *     of the song
 */
public record PlayDetails(
        @Nullable String msid,
        @Nullable String client,
        @Nullable String info) {

    /** Nothing is told. */
    static final PlayDetails NONE = new PlayDetails(null, null, null);

    static PlayDetails ofMsid(@Nullable String msid) {
        return msid == null ? NONE : new PlayDetails(msid, null, null);
    }

    PlayDetails sentBy(@Nullable String player) {
        return new PlayDetails(msid, player, info);
    }

    PlayDetails saying(@Nullable String more) {
        return new PlayDetails(msid, client, more);
    }
}
