package org.segue.protocols.listenbrainz;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.segue.catalog.ExternalSong;

/** What users listen to now, as players say. In memory: a restart forgets it. Safe for any thread. */
@Singleton
class PlayingNow {

    /** Of a recording of which no length is known. */
    private static final long USUAL_SECONDS = 600;

    private static final long MAX_SECONDS = Duration.ofHours(6).toSeconds();
    private static final int MAX_USERS = 10_000;

    private record Playing(ExternalSong recording, Duration lasts) {}

    private final Cache<Integer, Playing> playing = Caffeine.newBuilder()
            .maximumSize(MAX_USERS)
            .expireAfter(Expiry.writing((Integer user, Playing now) -> now.lasts()))
            .build();

    /**
     * Notes that a user has begun to listen.
     *
     * @param seconds how long it lasts, 0 if that is unknown
     */
    void begin(int userId, ExternalSong recording, long seconds) {
        long lasts = seconds == 0 ? USUAL_SECONDS : Math.min(seconds, MAX_SECONDS);
        playing.put(userId, new Playing(recording, Duration.ofSeconds(lasts)));
    }

    Optional<ExternalSong> of(int userId) {
        return Optional.ofNullable(playing.getIfPresent(userId)).map(Playing::recording);
    }
}
