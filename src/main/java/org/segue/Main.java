package org.segue;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts what the first argument names. */
@QuarkusMain
public final class Main {
    Main() {}

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
