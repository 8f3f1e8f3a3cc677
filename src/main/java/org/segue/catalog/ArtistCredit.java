package org.segue.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The artists of a song as a source tells them apart: of "A & B" that they are A and B.
 *
 * @param artists in the order in which they are credited; none if the source says nothing
 */
public record ArtistCredit(List<Credited> artists) {

    /** Nothing is said. */
    public static final ArtistCredit NONE = new ArtistCredit(List.of());

    /** More are passed over: an opera has its singers, a title has no more artists than that. */
    private static final int MAX = 20;

    /**
     * One of them.
     *
     * @param name as it was told
     * @param mbid MusicBrainz id of the artist, null if it was not told
     */
    public record Credited(String name, @Nullable String mbid) {}

    /**
     * What a player tells.
     *
     * @param names of artists; those that are empty are passed over, with the id beside
     * @param mbids ids of the same artists in the same order; others tell nothing
     */
    public static ArtistCredit of(List<String> names, List<String> mbids) {
        Map<String, Credited> artists = new LinkedHashMap<>();
        for (int k = 0; k < Math.min(MAX, names.size()); k++) {
            String name = NameText.cleaned(names.get(k));
            if (!name.isEmpty()) {
                String mbid = names.size() == mbids.size() ? RecordingIds.mbid(mbids.get(k)) : null;
                artists.putIfAbsent(RecordingKey.artist(name), new Credited(name, mbid));
            }
        }
        return artists.isEmpty() ? NONE : new ArtistCredit(List.copyOf(artists.values()));
    }

    /** Whether it tells more than a name tells. */
    boolean isTelling() {
        return artists.size() > 1 || artists.stream().anyMatch(artist -> artist.mbid() != null);
    }
}
