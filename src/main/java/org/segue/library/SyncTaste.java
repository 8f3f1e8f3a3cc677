package org.segue.library;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segue.library.LibraryFileRepository.Target;
import org.segue.library.StagedLibraryRepository.FilePreferences;
import org.segue.library.SyncReading.Read;
import org.segue.library.Taste.Change;
import org.segue.library.Taste.Kind;

/** Takes over what logins think of songs, each for its own listener. */
@Singleton
class SyncTaste {

    private final LibrarySongRepository songs;
    private final LibraryTasteRepository tastes;
    private final SyncLoves loves;
    private final FileChoiceRepository choices;
    private final SyncEvents events;

    SyncTaste(
            LibrarySongRepository songs,
            LibraryTasteRepository tastes,
            SyncLoves loves,
            FileChoiceRepository choices,
            SyncEvents events) {
        this.songs = songs;
        this.tastes = tastes;
        this.loves = loves;
        this.choices = choices;
        this.events = events;
    }

    /** Takes it over; answers how much has changed. */
    int take(Target target, StagedLibraryRepository staged, Read read) {
        int taken = 0;
        for (LibraryLogin login : read.logins()) {
            Set<String> starred = new HashSet<>();
            Taste taste = taste(target.libraryId(), read.readAs(login), staged, starred);
            choices.keepStars(login.id(), starred);
            taken += take(target, login, taste);
        }
        return taken;
    }

    private Taste taste(int libraryId, int readAs, StagedLibraryRepository staged, Set<String> starred) {
        Taste taste = new Taste();
        staged.preferences(readAs, portion -> {
            Map<String, Integer> keys = songs.songIds(
                    libraryId, portion.stream().map(FilePreferences::id).toList());
            for (FilePreferences file : portion) {
                Integer song = keys.get(file.id());
                if (song != null) {
                    taste.add(song, file.preferences());
                }
                if (file.preferences().starredAt() != null) {
                    starred.add(file.id());
                }
            }
        });
        return taste;
    }

    private int take(Target target, LibraryLogin login, Taste taste) {
        int importId = target.keys().importId();
        LoginTaste wanted = login.taste();
        Map<Integer, Double> elsewhere = wanted.counts() ? tastes.playsElsewhere(login.userId(), importId) : Map.of();
        List<Change> changes = taste.changes(wanted, tastes.broughtBy(login.id()), elsewhere);
        tastes.apply(login, importId, changes);
        loves.send(target, login, taste);
        if (changes.stream().anyMatch(change -> change.kind() == Kind.STAR)) {
            events.lovesChanged(login.userId());
        }
        if (changes.stream().anyMatch(change -> change.kind() != Kind.STAR)) {
            events.countsChanged();
        }
        return changes.size();
    }
}
