package org.segue.protocols.listenbrainz;

import static org.segue.access.AccessRule.always;
import static org.segue.access.AccessRule.posting;
import static org.segue.access.AccessRule.reading;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.access.AccessRule;
import org.segue.access.AccessRules;
import org.segue.access.Requirement;

/** What each endpoint of the ListenBrainz protocol requires. */
@Singleton
public class ListenBrainzAccess implements AccessRules {

    @Override
    public List<AccessRule> rules() {
        return List.of(
                reading(Requirement.NONE, "/1/validate-token"),
                reading(Requirement.READER, "/1/latest-import", "/1/playlist/{playlist}/**"),
                // Asks with a body for what others ask for with an address.
                always(Requirement.READER, "/1/metadata/recording"),
                reading(
                        Requirement.READER_OF_USER,
                        "/1/user/{user}/**",
                        "/1/feedback/user/{user}/**",
                        "/1/stats/user/{user}/**",
                        "/1/{user}/pins/**",
                        "/1/cf/recommendation/user/{user}/**"),
                posting(Requirement.ANY_USER, "/1/**"));
    }
}
