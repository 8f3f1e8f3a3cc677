package org.segue.imports.formats;

import java.util.List;
import java.util.Locale;

/**
 * What a column of a table can hold, and what such columns are called: letters and digits alone, in lower case, the surest name
 * first.
 */
enum Column {
    /** Who listened. */
    USER("userid user username playlistid listener listenerid listenername usersha1 usersha"),

    /** What the source calls the song. */
    SONG_ID("songid trackid itemid item movieid artistid"),

    /** An id that does for a song where nothing better tells which it is. */
    ADDRESS("trackuri spotifytrackuri spotifyuri spotifyid uri asin"),

    /** An id where there is no artist or another title beside it, a title elsewhere. */
    SONG("song track"),

    /** Title of the song. */
    TITLE("title trackname tracktitle songname songtitle recordingname recording mastermetadatatrackname traname"
            + " trackmetadatatrackname titel titre titulo título titolo"),

    /** Title of the song, if there is an artist. */
    NAME("name"),

    /** Who made it. */
    ARTIST("artist artistname artists artistnames trackartist songartist performer band creator artname"
            + " mastermetadataalbumartistname grandparenttitle containerartistname artistcreditname"
            + " artisttext trackmetadataartistname künstler interpret artiste artista"),

    /** Who made the album: the artist where nothing else says it. */
    ALBUM_ARTIST("albumartist albumartistname albumartists albumartistnames"),

    /** What it is on. */
    ALBUM("album albumname albumtitle release releasename releasetitle mastermetadataalbumalbumname parenttitle"
            + " containeralbumname albumtext trackalbumname trackmetadatareleasename"),

    /** When it was played. */
    TIME("timestamp uts listenedat playedat scrobbledat unixtimestamp unixtime epoch timems timestampms"
            + " datetime dateplayed datelistened datetimeplayed playedon playeddate playedtime listendate"
            + " listentime scrobbletime scrobbledate watchedat started startedat starttime eventstarttimestamp"
            + " utctime utcdate when datum"),

    /** When it had been played: the start is earlier by the time played. */
    END("endtime endedat ts eventendtimestamp"),

    /** The day on which it was played, or the time as well. */
    DATE("date day dateuts"),

    /** The time, or what belongs behind the day. */
    CLOCK("time timeofday hour"),

    /** When it was played last, which says nothing of the plays before. */
    LAST_PLAYED("lastplayed lastplayedat lastplay lastlistened lastlistenedat playdateutc playdate lastplayeddate"),

    /** How often it was played. */
    PLAYS("plays playcount listencount weight listeningevents count playcounts numplays numberofplays"
            + " timesplayed totalplays scrobbles scrobblecount listens numlistens streams streamcount nplays"
            + " playscount"),

    /** How well it is liked. */
    RATING("rating stars userrating score"),

    /** MusicBrainz id of the recording. */
    MBID(
            "recordingmbid trackmbid mbid musicbrainztrackid musicbrainzrecordingid mbzrecordingid traid trackmetadatambidmappingrecordingmbid"),

    /** International code of the recording. */
    ISRC("isrc trackisrc"),

    /** How long it is. */
    LENGTH("durationms lengthms trackdurationms mediadurationinmilliseconds duration length trackduration"),

    /** How long it was heard, in milliseconds. */
    PLAYED_MS("msplayed playdurationmilliseconds consumptiondurationms playedms"),

    /** How long it was heard, in seconds. */
    PLAYED_SECONDS("listeningtimes listeningtime playduration secondsplayed durationplayed"),

    /** What happened: of programs that write down more than plays. */
    EVENT("event");

    private final String names;

    /** @param names with a blank between them */
    Column(String names) {
        this.names = names;
    }

    /** What it is called, the surest name first. */
    List<String> names() {
        return List.of(names.split(" "));
    }

    /** A name as names are compared: case, blanks and signs do not matter. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
