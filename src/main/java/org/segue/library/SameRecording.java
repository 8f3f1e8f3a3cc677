package org.segue.library;

/** Finds what libraries have of songs: their own files, and those of copies of the same recording. */
final class SameRecording {

    /** Takes the songs as rows of values, and the columns of {@code library_song l} to read beside the key of the song. */
    static final String SQL = """
            WITH wanted (key) AS (VALUES %1$s),
            copy (key, song_id) AS (
              SELECT key, key FROM wanted
              UNION SELECT w.key, s.id FROM wanted w JOIN song s ON s.merged_into = w.key
              UNION SELECT w.key, c.id FROM wanted w JOIN song s ON s.id = w.key
                JOIN song c ON c.recording_key = s.recording_key WHERE s.recording_key IS NOT NULL)
            SELECT w.key, %2$s FROM copy w JOIN library_song l ON l.song_id = w.song_id""";

    private SameRecording() {}
}
