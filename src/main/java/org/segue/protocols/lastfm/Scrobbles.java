package org.segue.protocols.lastfm;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.segue.access.LastFmFailure;
import org.segue.listens.ListenService;
import org.segue.listens.PlayingNow;
import org.segue.listens.ReportedListen;
import org.segue.listens.UnknownListenerException;
import org.segue.model.ActiveModel;

/** Takes what players have played, and what they play. */
@Singleton
class Scrobbles {

    private final ListenService listens;
    private final PlayingNow playingNow;
    private final ActiveModel model;

    Scrobbles(ListenService listens, PlayingNow playingNow, ActiveModel model) {
        this.listens = listens;
        this.playingNow = playingNow;
        this.model = model;
    }

    /**
     * A reader of a request that comes now.
     *
     * @param names how its protocol calls what is told
     */
    ScrobbleReader reader(FormFields fields, Function<Field, String> names) {
        Instant trained = model.served()
                .map(manifest -> manifest.provenance().createdAt())
                .orElse(null);
        return new ScrobbleReader(fields, names, Instant.now(), trained);
    }

    /**
     * Keeps those that can be kept; ends when they are on disk.
     *
     * @param client name of the program that sends them, empty if it does not say
     */
    Uni<Void> keep(int userId, List<Scrobble> played, String client) {
        List<ReportedListen> kept = played.stream()
                .filter(Scrobble::isKept)
                .map(one -> one.reported(client))
                .toList();
        return kept.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .completionStage(() -> listens.add(userId, kept))
                        .onFailure(UnknownListenerException.class)
                        .transform(gone -> new LastFmException(
                                LastFmFailure.NO_SESSION, "There is no such user any more: sign in again."));
    }

    /**
     * Notes what plays now, if it can be kept. Blocks.
     *
     * @param client name of the program that sends it, empty if it does not say
     */
    void begin(int userId, Scrobble playing, String client) {
        if (playing.isKept()) {
            playingNow.begin(userId, playing.reported(client), playing.details().durationSeconds());
        }
    }
}
