package org.segue.playlists;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.segue.ranking.BannedSongs;

/** Makes the household's playlists as they are on a day, whatever day it is. */
@Singleton
public class DaysOfPlaylists {

    private final PlaylistGeneration generation;
    private final PlaylistRepository playlists;
    private final TrackRepository tracks;
    private final BannedSongs bans;

    DaysOfPlaylists(
            PlaylistGeneration generation, PlaylistRepository playlists, TrackRepository tracks, BannedSongs bans) {
        this.generation = generation;
        this.playlists = playlists;
        this.tracks = tracks;
        this.bans = bans;
    }

    /** The service on a day. */
    public PlaylistService on(LocalDate day) {
        Clock noon = Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new PlaylistService(generation, playlists, tracks, bans, noon);
    }
}
