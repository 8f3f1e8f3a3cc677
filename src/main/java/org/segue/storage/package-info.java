/**
 * The data folder and its lock, the SQLite pools (one writer with a group-commit queue, readers beside it), migrations,
 * backups and restoring them.
 *
 * <p>Imports no other room.
 */
@NullMarked
package org.segue.storage;

import org.jspecify.annotations.NullMarked;
