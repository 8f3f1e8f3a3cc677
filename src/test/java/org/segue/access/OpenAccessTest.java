package org.segue.access;

import io.quarkus.test.junit.QuarkusTest;

/** As Segue comes: reading is open. */
@QuarkusTest
class OpenAccessTest extends AccessMatrix {

    @Override
    boolean isRequired() {
        return false;
    }
}
