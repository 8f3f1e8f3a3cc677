package org.segue.imports.staging;

import org.segue.catalog.ExternalSong;

/**
 * A song as files tell it.
 *
 * @param number under which it is staged
 * @param song what is known of it
 */
public record StagedSong(int number, ExternalSong song) {}
