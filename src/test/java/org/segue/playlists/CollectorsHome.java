package org.segue.playlists;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.inject.Singleton;
import org.segue.api.Household;
import org.segue.api.Jobs;
import org.segue.storage.Database;

/**
 * A household some of whom have more songs than a list: {@code cleo0} to {@code cleo9} have played most of the songs
 * {@code c1} to {@code c130}, {@code cora} and {@code cory} those from {@code c60} to {@code c250}; two songs are of one artist. And
 * a stranger of a public dump, who has what cleo0 has.
 */
@Singleton
public class CollectorsHome {

    /** A service whose people may come and go. */
    public static class Profile implements QuarkusTestProfile {}

    private final Household household;
    private final Database database;
    private boolean ready;

    CollectorsHome(Household household, Database database) {
        this.household = household;
        this.database = database;
    }

    /** Public id of the stranger, whose name is nowhere here. */
    String stranger() {
        return database.query("SELECT public_id FROM user WHERE population = 1", row -> row.getString(1))
                .get(0);
    }

    /** Imports and trains, the first time. */
    public void moveIn() {
        if (!ready) {
            Jobs.importedTable("source=collectors", cleos());
            Jobs.importedTable("source=dump&population=true", "user,song,plays\nstranger,x1,3\nstranger,x2,1\n");
            household.moveIn();
            ready = true;
        }
    }

    /** Whether cleo of a number has a song of a number. */
    static boolean isKnown(int cleo, int song) {
        return song <= 130 && (song + cleo) % 13 != 0;
    }

    private static String cleos() {
        StringBuilder rows = new StringBuilder("user,song,title,artist,plays\n");
        for (int cleo = 0; cleo < 10; cleo++) {
            for (int song = 1; song <= 130; song++) {
                if (isKnown(cleo, song)) {
                    row(rows, "cleo" + cleo, song);
                }
            }
        }
        for (int song = 60; song <= 250; song++) {
            row(rows, "cora", song);
            row(rows, "cory", song);
        }
        return rows.toString();
    }

    private static void row(StringBuilder rows, String user, int song) {
        rows.append("%s,c%d,C %d,Collected %d,%d%n".formatted(user, song, song, song / 2, 1 + song % 7));
    }
}
