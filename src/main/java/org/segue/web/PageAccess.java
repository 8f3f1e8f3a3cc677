package org.segue.web;

import static org.segue.access.AccessRule.always;
import static org.segue.access.AccessRule.posting;
import static org.segue.access.AccessRule.reading;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.access.AccessRule;
import org.segue.access.AccessRules;
import org.segue.access.Requirement;

/** What each page and its forms require. */
@Singleton
public class PageAccess implements AccessRules {

    @Override
    public List<AccessRule> rules() {
        return List.of(
                always(Requirement.NONE, "/language", "/sign-in", "/sign-out", "/start/claim"),
                reading(Requirement.NONE, "/assets/**", "/docs/**", "/start"),
                reading(
                        Requirement.READER,
                        "/",
                        "/search",
                        "/map",
                        "/models",
                        "/tokens",
                        "/library/**",
                        "/songs/{song}",
                        "/songs/{song}/radio/**",
                        "/artists/{artist}",
                        "/playlist/**",
                        "/playlists"),
                reading(Requirement.ADMINISTRATOR, "/people/{user}/admin"),
                reading(Requirement.READER_OF_USER, "/people/{user}/**"),
                reading(Requirement.READER_OF_ALL, "/people", "/imports"),
                posting(Requirement.THE_USER, "/people/{user}/feedback", "/people/{user}/listens"),
                posting(
                        Requirement.SIGNED_IN,
                        "/songs/{song}",
                        "/artists/{artist}",
                        "/playlist",
                        "/playlist/{list}/save",
                        "/playlist/{list}/delete"),
                posting(
                        Requirement.ADMINISTRATOR,
                        "/people/{user}",
                        "/people/{user}/forget",
                        "/imports",
                        "/imports/columns/{id}/forget",
                        "/imports/train",
                        "/imports/{id}/undo",
                        "/songs/{song}/apart",
                        "/models",
                        "/models/trainings/{id}/cancel",
                        "/models/{version}/activate",
                        "/models/{version}/delete",
                        "/start/listeners",
                        "/start/player",
                        "/start/background",
                        "/start/dataset",
                        "/start/song-model",
                        "/start/song-model/use",
                        "/start/backgrounds/{id}/undo",
                        "/start/demo",
                        "/start/train",
                        "/library/**",
                        "/tokens",
                        "/tokens/{id}/revoke"));
    }
}
