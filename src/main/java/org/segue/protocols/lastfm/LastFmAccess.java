package org.segue.protocols.lastfm;

import static org.segue.access.AccessRule.always;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.access.AccessRule;
import org.segue.access.AccessRules;
import org.segue.access.Requirement;

/** What Last.fm's protocols require: nothing that a request has before it is read. Whose it is stands in its fields. */
@Singleton
public class LastFmAccess implements AccessRules {

    @Override
    public List<AccessRule> rules() {
        return List.of(always(Requirement.NONE, "/2.0/**", "/1.2/**"));
    }
}
