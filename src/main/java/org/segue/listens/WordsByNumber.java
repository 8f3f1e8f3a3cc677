package org.segue.listens;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the numbers mean in which listens say, before they are stored, how they were told. */
@FunctionalInterface
public interface WordsByNumber {

    /** Nobody keeps words. */
    WordsByNumber NONE = number -> null;

    /** The words of a number above 0; null if there are none. */
    @Nullable
    ToldWords words(int number) throws SQLException;
}
