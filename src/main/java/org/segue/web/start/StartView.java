package org.segue.web.start;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.access.Claims.Offer;
import org.segue.catalog.User;
import org.segue.web.FieldText;
import org.segue.web.TrainingStage;

/**
 * What the start page shows.
 *
 * @param root the way to the home page: what is wrong with a form is said at the form's own address
 * @param claim how the caller could claim the service
 * @param administrator whether the administrator asks; others see no step
 * @param people who listens
 * @param music where their music is
 * @param learning what Segue learns from
 * @param ready how far it is
 */
@TemplateData
public record StartView(
        String root, Offer claim, boolean administrator, People people, Music music, Learning learning, Ready ready) {

    private static final List<String> SERVICES = List.of(
            "Spotify",
            "Apple Music",
            "YouTube Music",
            "Deezer",
            "Amazon Music",
            "Last.fm",
            "ListenBrainz",
            "Libre.fm",
            "Navidrome",
            "Jellyfin",
            "Plex with Tautulli",
            "Koito",
            "Maloja",
            "Pano Scrobbler",
            "iTunes",
            "Rockbox",
            "other");

    /** Services of which it is said how to get their files. */
    public List<String> services() {
        return SERVICES;
    }

    /** Whether the code of the log is asked for. */
    public boolean isByCode() {
        return claim == Offer.CODE;
    }

    /** Whether there is any music of the listeners'. */
    public boolean hasMusic() {
        return people.listeners().stream().anyMatch(ListenerRow::hasMusic);
    }

    /** Whether something is under way. */
    public boolean isWorking() {
        return ready.training() != null
                || ready.importing()
                || learning.jobs().stream().anyMatch(BackgroundRow::isUnderWay);
    }

    /**
     * Who listens.
     *
     * @param listeners of the house
     * @param more whether there are more than are shown
     * @param form names that were typed
     */
    @TemplateData
    public record People(List<ListenerRow> listeners, boolean more, NamesForm form) {}

    /**
     * A listener.
     *
     * @param id public id
     * @param name what the listener is called
     * @param plays of the listener, 0 for nothing yet
     * @param songs that were played
     * @param library whether Segue knows an account of theirs on a music server
     */
    @TemplateData
    public record ListenerRow(String id, String name, long plays, long songs, boolean library) {

        /** The public id as a part of an address. */
        public String address() {
            return FieldText.encoded(id);
        }

        /** Whether there is any music of the listener's. */
        public boolean hasMusic() {
            return songs > 0 || library;
        }
    }

    /**
     * Names as they were typed.
     *
     * @param names with commas between them
     * @param code of the log, as it was typed
     * @param problem what is wrong, empty if nothing is
     * @param asked the name of which it must be said who that is, empty if there is none
     * @param brought listeners of that name whom imports brought
     */
    @TemplateData
    public record NamesForm(String names, String code, String problem, String asked, List<User> brought) {

        static final NamesForm BLANK = new NamesForm("", "", "", "", List.of());

        static NamesForm wrong(String names, String problem) {
            return new NamesForm(names, "", problem, "", List.of());
        }
    }

    /**
     * Where the music is.
     *
     * @param libraries servers that are connected
     * @param own where players reach Segue, as far as it knows
     * @param token that this very answer tells, null on all others
     * @param madeFor name of the listener whose it is, empty if there is none
     * @param problem why there is none, empty if nothing was wrong
     */
    @TemplateData
    public record Music(
            List<ConnectedLibrary> libraries,
            String own,
            @Nullable String token,
            String madeFor,
            String problem) {}

    /**
     * A music server that is connected.
     *
     * @param id its number
     * @param name what the household calls it
     * @param songs of it that are known, 0 before the first sync
     */
    @TemplateData
    public record ConnectedLibrary(int id, String name, long songs) {}

    /**
     * What Segue learns from.
     *
     * @param jobs backgrounds that are under way or in force, and the newest that failed
     * @param offer what ListenBrainz's public listens would take, null unless the mirror was asked
     * @param strangers how many background listeners there are
     * @param problem what is wrong with a data set, empty if nothing is
     * @param songModel one that somebody looks at
     */
    @TemplateData
    public record Learning(
            List<BackgroundRow> jobs,
            @Nullable OfferView offer,
            long strangers,
            String problem,
            SongModelChoice songModel) {

        /** Whether there is anything to learn from beside the house. */
        public boolean isDone() {
            return strangers > 0 || jobs.stream().anyMatch(job -> job.isSongModel() && job.isInForce());
        }
    }

    /**
     * How far it is.
     *
     * @param songs that are known
     * @param hasModel whether a model answers
     * @param news whether something has come or gone since it was trained
     * @param training what is being trained, null if nothing is
     * @param percent of the training
     * @param importing whether an import is under way
     */
    @TemplateData
    public record Ready(
            long songs,
            boolean hasModel,
            boolean news,
            @Nullable TrainingStage training,
            int percent,
            boolean importing) {}
}
