package org.segue;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.segue.training.Worker;

/** Starts what the first argument names. */
@QuarkusMain
public final class Main {
    Main() {}

    public static void main(String... args) {
        // A worker starts no Quarkus: it shares nothing with the service but the job's folder.
        if (args.length == 2 && args[0].equals("train")) {
            System.exit(Worker.run(Path.of(args[1])));
        }
        Quarkus.run(args);
    }
}
