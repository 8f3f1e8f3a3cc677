package org.segue.api;

import static org.segue.access.AccessRule.always;
import static org.segue.access.AccessRule.changing;
import static org.segue.access.AccessRule.posting;
import static org.segue.access.AccessRule.reading;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.access.AccessRule;
import org.segue.access.AccessRules;
import org.segue.access.Requirement;

/** What each endpoint of the API requires. */
@Singleton
public class ApiAccess implements AccessRules {

    @Override
    public List<AccessRule> rules() {
        return List.of(
                always(Requirement.NONE, "/api/session"),
                // Asks another server.
                reading(Requirement.ADMINISTRATOR, "/api/backgrounds/offers", "/api/backgrounds/offers/song-model"),
                // What is learned here leaves the house.
                reading(Requirement.ADMINISTRATOR, "/api/models/{version}/export"),
                posting(Requirement.READER, "/recommend"),
                reading(
                        Requirement.READER,
                        "/api/songs/**",
                        "/api/artists/**",
                        "/api/map",
                        "/api/status",
                        "/api/models/**",
                        "/api/playlists/**"),
                // All that is known of somebody, in one file to keep.
                reading(Requirement.THE_USER, "/api/users/{user}/export"),
                reading(Requirement.READER_OF_USER, "/api/users/{user}/**"),
                reading(
                        Requirement.READER_OF_ALL,
                        "/api/users",
                        "/api/people/doubles",
                        "/api/backgrounds/**",
                        "/api/imports/**",
                        "/api/trainings/**"),
                reading(Requirement.ADMINISTRATOR, "/api/libraries/**", "/api/tokens/**"),
                changing(
                        Requirement.THE_USER,
                        "/api/users/{user}/feedback/songs/{song}",
                        "/api/users/{user}/feedback/artists/{artist}",
                        "/api/users/{user}/listens/{id}"),
                posting(Requirement.SIGNED_IN, "/api/playlists"),
                changing(Requirement.SIGNED_IN, "/api/playlists/{id}"),
                posting(
                        Requirement.ADMINISTRATOR,
                        "/api/backgrounds",
                        "/api/backup",
                        "/api/imports",
                        "/api/imports/preview",
                        "/api/libraries/{id}/logins/{login}/lists",
                        "/api/libraries/{id}/token",
                        "/api/models",
                        "/api/libraries",
                        "/api/libraries/{id}/logins",
                        "/api/libraries/{id}/matches",
                        "/api/libraries/{id}/sync",
                        "/api/models/{version}/activate",
                        "/api/tokens",
                        "/api/trainings",
                        "/api/users/{user}/aliases"),
                changing(
                        Requirement.ADMINISTRATOR,
                        "/api/backgrounds/{id}",
                        "/api/demo",
                        "/api/imports/columns/{id}",
                        "/api/imports/{id}",
                        "/api/libraries/{id}/logins/{login}/lists",
                        "/api/libraries/{id}/token",
                        "/api/models/{version}",
                        "/api/libraries/{id}",
                        "/api/libraries/{id}/logins/{login}",
                        "/api/libraries/{id}/syncs/{sync}",
                        "/api/songs/merges/{song}",
                        "/api/tokens/{id}",
                        "/api/trainings/{id}",
                        "/api/users/{user}"));
    }
}
