package org.segue.web.imports;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Names of formats in German. */
@Localized("de")
interface FormatGermanMessages extends FormatMessages {

    @Override
    @Message("{#switch name}"
            + "{#case 'hetrec'}HetRec 2011"
            + "{#case 'taste-profile'}Taste Profile"
            + "{#case 'lastfm-1k'}Last.fm 1K"
            + "{#case 'lastfm-360k'}Last.fm 360K"
            + "{#case 'movielens'}MovieLens"
            + "{#case 'navidrome'}Navidrome"
            + "{#case 'jellyfin'}Jellyfin"
            + "{#case 'koito'}Koito"
            + "{#case 'tautulli'}Plex (Tautulli)"
            + "{#case 'youtube-music'}YouTube Music"
            + "{#case 'apple-music'}Apple Music"
            + "{#case 'amazon-music'}Amazon Music"
            + "{#case 'deezer'}Deezer"
            + "{#case 'exportify'}Exportify"
            + "{#case 'itunes'}iTunes"
            + "{#case 'spotify-extended'}Spotify (ganzer Verlauf)"
            + "{#case 'spotify-account'}Spotify (Kontodaten)"
            + "{#case 'listenbrainz-dump'}ListenBrainz (öffentlicher Dump)"
            + "{#case 'listenbrainz-export'}ListenBrainz"
            + "{#case 'jspf'}JSPF"
            + "{#case 'maloja'}Maloja"
            + "{#case 'lastfmstats-json'}lastfmstats.com (JSON)"
            + "{#case 'lastfm-json'}Last.fm (JSON)"
            + "{#case 'pano-scrobbler'}Pano Scrobbler"
            + "{#case 'scrobbler-log'}Rockbox (.scrobbler.log)"
            + "{#case 'rockbox-playback-log'}Rockbox (playback.log)"
            + "{#case 'librefm'}Libre.fm"
            + "{#case 'lastfm-table'}Last.fm (Tabelle)"
            + "{#case 'lastfmstats-csv'}lastfmstats.com (CSV)"
            + "{#case 'lastfm-csv'}Last.fm (CSV)"
            + "{#case 'scrubbler'}Last.fm Scrubbler"
            + "{#case 'table'}Tabelle"
            + "{#case}{name}"
            + "{/switch}")
    String named(String name);
}
