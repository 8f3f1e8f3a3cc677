package org.segue.catalog;

/** Users or songs have come, gone or been described: what was read of them before may be old. */
public record CatalogChanged() {}
