package org.segue.protocols.audiomuse;

import static org.segue.access.AccessRule.always;
import static org.segue.access.AccessRule.reading;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.access.AccessRule;
import org.segue.access.AccessRules;
import org.segue.access.Requirement;

/** What each call of AudioMuse-AI's API requires. */
@Singleton
public class AudioMuseAccess implements AccessRules {

    @Override
    public List<AccessRule> rules() {
        return List.of(
                reading(Requirement.NONE, "/api/health"),
                reading(
                        Requirement.READER,
                        "/api/similar_tracks",
                        "/api/similar_artists",
                        "/api/find_path",
                        "/api/search_tracks",
                        "/api/sonic_fingerprint/generate",
                        "/similar-artists/json"),
                // They change nothing: there is no such thing here.
                always(
                        Requirement.READER,
                        "/api/analysis/start",
                        "/api/clustering/start",
                        "/api/create_playlist",
                        "/api/active_tasks",
                        "/api/last_task",
                        "/api/cancel/**",
                        "/api/cancel_all/**",
                        "/api/alchemy",
                        "/api/clap/**",
                        "/api/lyrics/search/text"));
    }
}
