package org.segue.web.library;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.segue.web.FieldText;

/**
 * Songs of a library.
 *
 * @param matches how many were recognized in which way
 * @param from how many unmatched songs come before those that are shown
 * @param unmatched those that are shown
 * @param open whether somebody asked to see them
 */
@TemplateData
public record SongsView(List<Match> matches, long from, List<Unmatched> unmatched, boolean open) {

    static final int PAGE = 25;

    /**
     * Songs that were recognized in one way.
     *
     * @param by the way
     * @param songs how many
     */
    @TemplateData
    public record Match(String by, long songs) {}

    /**
     * A song of the server that is none that was played here.
     *
     * @param id the server's
     * @param title as the server writes it
     * @param artist empty if the server does not say
     * @param album empty if the server does not say
     * @param candidates songs here with similar names
     */
    @TemplateData
    public record Unmatched(String id, String title, String artist, String album, List<Candidate> candidates) {}

    /**
     * A song that another may be.
     *
     * @param id public id
     * @param title its title
     * @param artist empty if unknown
     */
    @TemplateData
    public record Candidate(String id, String title, String artist) {

        /** The public id as a part of an address. */
        public String address() {
            return FieldText.encoded(id);
        }
    }

    /** How many songs the library has. */
    public long total() {
        return matches.stream().mapToLong(Match::songs).sum();
    }

    /** How many songs are new here. */
    public long fresh() {
        return matches.stream()
                .filter(match -> match.by().equals("new"))
                .mapToLong(Match::songs)
                .sum();
    }

    /** Whether the unmatched songs fill several pages. */
    public boolean isPaged() {
        return from > 0 || last() < fresh();
    }

    /** Where the page before begins. */
    public long before() {
        return Math.max(0, from - PAGE);
    }

    /** Number of the first song shown. */
    public long first() {
        return unmatched.isEmpty() ? from : from + 1;
    }

    /** Number of the last song shown. */
    public long last() {
        return from + unmatched.size();
    }
}
