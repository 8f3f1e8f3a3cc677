package org.segue.access;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** As Segue comes: reading is open. */
@QuarkusTest
@TestProfile(OpenAccessTest.Patient.class)
class OpenAccessTest extends AccessMatrix {

    /** Wrong tokens shut nobody out. */
    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.access.failures-per-minute", "1000000");
        }
    }

    @Override
    boolean isRequired() {
        return false;
    }
}
