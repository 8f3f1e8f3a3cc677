package org.segue.cli;

import picocli.CommandLine.Command;

/** {@code segue model}: models out to files, and in from them. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Exports models as song models, which hold no listener, and imports song models.",
        subcommands = {ModelExportCommand.class, ModelImportCommand.class})
public final class ModelCommand {}
