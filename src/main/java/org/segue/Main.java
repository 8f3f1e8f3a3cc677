package org.segue;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Arrays;
import org.segue.cli.BackupCommand;
import org.segue.cli.EvaluateCommand;
import org.segue.cli.ExportListensCommand;
import org.segue.cli.ModelCommand;
import org.segue.cli.RecommendCommand;
import org.segue.cli.RestoreCommand;
import org.segue.cli.SetupCommand;
import org.segue.training.Worker;
import picocli.CommandLine;

/** Starts what the first argument names: serving, unless it names something else. */
@QuarkusMain
public final class Main {

    private static final String USAGE = """
            Usage: segue [serve]             serve pages and API
                   segue setup               ask who listens, import files and train, over the running service
                   segue recommend --help    train on files and print songs, without a server
                   segue evaluate --help     train on a part of files and measure on the rest
                   segue backup TARGET       write a backup of the data, also while Segue runs
                   segue restore BACKUP      make a data folder of a backup
                   segue model --help        export and import song models
                   segue export-listens FILE write all plays as JSON lines for a training on Spark
                   segue train JOBFOLDER     work on a training's folder (the service starts this itself)""";

    Main() {}

    /** Runs the command; only {@code serve} starts Quarkus. */
    public static void main(String... args) {
        String command = args.length == 0 ? "serve" : args[0];
        switch (command) {
            case "serve" -> Quarkus.run();
            case "setup" -> System.exit(new CommandLine(new SetupCommand()).execute(rest(args)));
            case "recommend" -> System.exit(new CommandLine(new RecommendCommand()).execute(rest(args)));
            case "evaluate" -> System.exit(new CommandLine(new EvaluateCommand()).execute(rest(args)));
            case "backup" -> System.exit(new CommandLine(new BackupCommand()).execute(rest(args)));
            case "restore" -> System.exit(new CommandLine(new RestoreCommand()).execute(rest(args)));
            case "model" -> System.exit(new CommandLine(new ModelCommand()).execute(rest(args)));
            case "export-listens" -> System.exit(new CommandLine(new ExportListensCommand()).execute(rest(args)));
            case "train" -> System.exit(args.length == 2 ? Worker.run(Path.of(args[1])) : usage());
            default -> System.exit(usage());
        }
    }

    private static int usage() {
        System.err.println(USAGE);
        return CommandLine.ExitCode.USAGE;
    }

    private static String[] rest(String[] args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }
}
