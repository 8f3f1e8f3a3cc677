package org.segue.web.playlist;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;
import org.segue.playlists.PlaylistKind;

/** Messages of a playlist's page and of playlists on other pages. */
@MessageBundle(value = "playlist", locale = "en")
interface PlaylistPageMessages {

    @Message("Download as")
    String takeAlong();

    @Message("Download {title} as {format}")
    String fileOf(String title, String format);

    @Message("This playlist is empty.")
    String empty();

    @Message("Playlists")
    String playlists();

    @Message("Segue creates playlists for each listener every day and every week. Save the ones you want to keep.")
    String lead();

    @Message("How playlists work")
    String how();

    @Message("Playlists for {name}")
    String playlistsFor(String name);

    @Message("Show playlists")
    String show();

    @Message("This week")
    String now();

    @Message("Saved")
    String kept();

    @Message("No playlists yet. Segue creates them from plays.")
    String noneNow();

    @Message("No saved playlists yet. Open a playlist or get recommendations, then save them.")
    String noneKept();

    /** What a playlist that Segue created is called. */
    @Message("{#switch kind}"
            + "{#case DAILY_JAMS}Daily jams for {name}, {format:day(day)}"
            + "{#case WEEKLY_JAMS}Weekly jams for {name}, week of {format:day(day)}"
            + "{#case WEEKLY_EXPLORATION}Weekly exploration for {name}, week of {format:day(day)}"
            + "{#case REDISCOVER}Rediscover for {name}, week of {format:day(day)}"
            + "{/switch}")
    String titled(PlaylistKind kind, String name, LocalDate day);

    /** What is on a playlist that Segue created. */
    @Message("{#switch kind}"
            + "{#case DAILY_JAMS}Songs that you know and like, and haven’t played since yesterday. New every day."
            + "{#case WEEKLY_JAMS}Songs that you know and like, and haven’t played for a while. New every Monday."
            + "{#case WEEKLY_EXPLORATION}Songs that are new to you, based on what you like. New every Monday."
            + "{#case REDISCOVER}Songs that you love or played a lot, and haven’t played for months. New every Monday."
            + "{/switch}")
    String about(PlaylistKind kind);

    @Message("Save playlist")
    String save();

    @Message("You’ve reached the maximum number of saved playlists. Delete one first.")
    String tooMany();

    @Message("Delete playlist")
    String delete();

    @Message("Delete this playlist?")
    String deleteTitle();

    @Message("Delete “{title}”? You can’t undo this.")
    String deleteSure(String title);

    @Message("All playlists")
    String all();
}
