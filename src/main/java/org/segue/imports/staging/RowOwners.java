package org.segue.imports.staging;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.UserAlias;
import org.segue.imports.ImportPhrase;
import org.segue.imports.ImportProgress;
import org.segue.imports.RequestedListener;
import org.segue.imports.formats.FilesOwner;

/**
 * Whose a row is, as users are staged: a source, a tab, and what the source calls the user; or a tab and what people here call
 * the person, with the name behind another tab if it is another. For one thread.
 */
public final class RowOwners {

    private final @Nullable RequestedListener requested;
    private final Map<String, String> joined;
    private final ImportProgress progress;
    private @Nullable FilesOwner owner;
    private String stagedOwner = "";

    /**
     * Nobody met yet.
     *
     * @param requested whose rows they all are; null if the files say so
     * @param joined who of the house those are whom the files name
     */
    public RowOwners(@Nullable RequestedListener requested, Map<String, String> joined, ImportProgress progress) {
        this.requested = requested;
        this.joined = joined;
        this.progress = progress;
    }

    @Nullable
    FilesOwner owner() {
        return owner;
    }

    /** Takes the owner of all files, which are of a source. */
    void owner(FilesOwner ofFiles, String source) {
        owner = ofFiles;
        stagedOwner = staged(ofFiles, source);
        meet(ofFiles.user());
    }

    private static String staged(FilesOwner ofFiles, String source) {
        UserAlias ofSource = ofFiles.ofSource();
        if (ofSource != null) {
            return ofSource.source() + '\t' + ofSource.id();
        }
        return ofFiles.segueId() == null
                ? source + '\t' + ofFiles.user()
                : '\t' + ofFiles.segueId() + '\t' + ofFiles.user();
    }

    // Whom a table beside the owner's listens calls like the owner, is the owner.
    String staged(String user, String source) {
        if (requested != null) {
            meet(user);
            return '\t' + requested.name();
        }
        String person = joined.get(user);
        if (person != null) {
            return '\t' + person;
        }
        return owner != null && user.equals(owner.user()) ? stagedOwner : source + '\t' + user;
    }

    private void meet(String user) {
        if (requested != null && requested.meets(user)) {
            progress.note(ImportPhrase.NAMES_A_LISTENER.with());
        }
    }
}
