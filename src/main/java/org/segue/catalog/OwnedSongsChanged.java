package org.segue.catalog;

/** Told after a write that changed which songs somebody owns: a sync, a login, a library that is gone. */
public record OwnedSongsChanged() {}
