package org.segue.listens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.segue.catalog.RecordingRepository;

/** What users listen to now, as players say. In memory: a restart forgets it. Safe for any thread. */
@Singleton
public class PlayingNow {

    /** Of a recording of which no length is known. */
    private static final long USUAL_SECONDS = 600;

    private static final long MAX_SECONDS = Duration.ofHours(6).toSeconds();
    private static final int MAX_USERS = 10_000;

    private final RecordingRepository recordings;
    private final Cache<Integer, Playing> playing = Caffeine.newBuilder()
            .maximumSize(MAX_USERS)
            .expireAfter(Expiry.writing((Integer user, Playing now) -> now.lasts()))
            .build();

    PlayingNow(RecordingRepository recordings) {
        this.recordings = recordings;
    }

    /**
     * What somebody listens to.
     *
     * @param heard as the player says
     * @param songId database key of the song that it is, 0 if there is none yet
     * @param began epoch seconds
     * @param lasts how long it is taken to last
     */
    public record Playing(ReportedListen heard, int songId, long began, Duration lasts) {}

    /**
     * Notes that a user has begun to listen. Blocks: looks the song up.
     *
     * @param seconds how long it lasts, 0 if that is unknown
     */
    public void begin(int userId, ReportedListen heard, long seconds) {
        Duration lasts = Duration.ofSeconds(seconds == 0 ? USUAL_SECONDS : Math.min(seconds, MAX_SECONDS));
        int songId = recordings.find(heard.recording()).orElse(0);
        playing.put(userId, new Playing(heard, songId, Instant.now().getEpochSecond(), lasts));
    }

    /** What a user listens to; nothing if it has ended, or no player has said. */
    public Optional<Playing> of(int userId) {
        return Optional.ofNullable(playing.getIfPresent(userId));
    }
}
