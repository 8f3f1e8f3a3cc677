package org.segue.web.home;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** Runs the page on fakes, so that what is shown is known to the letter. */
public class HomeFakes implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeRecommendations.class, FakeHomeStatus.class, FakeListenerNames.class);
    }
}
