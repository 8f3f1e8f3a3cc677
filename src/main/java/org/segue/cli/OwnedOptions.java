package org.segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportOptions;
import org.segue.ranking.Owned;
import org.segue.ranking.OwnedRecommender;
import org.segue.ranking.Recommender;
import picocli.CommandLine.Option;

/** Options that say which songs are owned, and what is made of that. */
final class OwnedOptions {

    @Option(
            names = "--owned",
            paramLabel = "only|prefer|any|missing",
            description =
                    "Songs of the --library alone, before others that fit nearly as well, alike, or none of them (any)")
    private @Nullable String owned;

    @Option(
            names = "--library",
            arity = "1..*",
            paramLabel = "FILE",
            description = "What is owned: files that name songs, in any format that can be imported")
    private List<Path> library = List.of();

    /** A recommender by what is owned. Reads the files of the library. */
    Recommender of(Recommender plain, FileInteractions songs, ImportOptions options) throws IOException {
        Owned choice = choice();
        if (choice == Owned.ANY) {
            return plain;
        }
        FileInteractions owning = FileInteractions.read(library, options);
        return new OwnedRecommender(plain, key -> owning.names(songs.song(key)), choice);
    }

    /**
     * What was chosen.
     *
     * @throws IllegalArgumentException if it is no such word, or there is no library
     */
    Owned choice() {
        Owned choice = owned == null ? Owned.ANY : HyperparameterOptions.word(Owned.class, "--owned", owned);
        if (choice != Owned.ANY && library.isEmpty()) {
            throw new IllegalArgumentException("--owned needs --library: files that name the songs that are owned");
        }
        return choice;
    }
}
