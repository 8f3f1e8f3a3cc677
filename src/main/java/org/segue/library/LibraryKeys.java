package org.segue.library;

import org.segue.catalog.Source;

/**
 * What a library's rows in other tables are known by.
 *
 * @param source whose aliases its ids of songs are
 * @param importId the import whose the songs are that it alone brought, and what its logins think of songs
 * @param seen number of the sync whose songs are in force, 0 before the first
 */
record LibraryKeys(Source source, int importId, int seen) {}
