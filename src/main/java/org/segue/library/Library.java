package org.segue.library;

import java.net.URI;

/**
 * A server with music that the household uses.
 *
 * @param id key, never reused
 * @param kind what it speaks
 * @param name what the household calls it
 * @param url where Segue reaches it
 * @param webUrl where browsers reach it; without anything that signs somebody in
 */
public record Library(int id, LibraryKind kind, String name, URI url, URI webUrl) {}
