package org.segue.web.song;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Song;
import org.segue.catalog.SongMergeRepository;
import org.segue.catalog.SongMergeRepository.SongMerge;
import org.segue.listens.SongSeparation;

/** The songs that were joined to the one of the page, or that may be the same. */
@Singleton
class Doubles {

    private final SongMergeRepository merges;
    private final SongSeparation separation;
    private final Access access;

    Doubles(SongMergeRepository merges, SongSeparation separation, Access access) {
        this.merges = merges;
        this.separation = separation;
        this.access = access;
    }

    /**
     * One of them.
     *
     * @param id what to say that it is another song with
     * @param song the other song
     * @param joined whether it counts as the same, not only as one that may be the same
     * @param mayTellApart whether the visitor is the administrator
     */
    @TemplateData
    public record Twin(String id, Song song, boolean joined, boolean mayTellApart) {}

    /** Those of a song. */
    List<Twin> of(int songId) {
        boolean mayTellApart = access.caller().administrator();
        return merges.of(songId).stream()
                .map(merge -> new Twin(
                        merge.from().publicId(),
                        other(merge, songId),
                        merge.state().equals("joined"),
                        mayTellApart))
                .toList();
    }

    private static Song other(SongMerge merge, int songId) {
        return merge.from().id() == songId ? merge.into() : merge.from();
    }

    /** Whether there was such a song; it is one of its own now. */
    boolean tellApart(@Nullable String other) {
        return other != null && separation.separate(other);
    }
}
