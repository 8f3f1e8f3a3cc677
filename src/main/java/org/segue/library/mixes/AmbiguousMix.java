package org.segue.library.mixes;

import java.time.Instant;
import java.util.List;

/**
 * That a player asked for a mix of an id that several libraries have, and did not say which it means. Its plugin needs the token of its library.
 *
 * @param at when
 * @param libraries names of the libraries, in alphabetical order
 */
public record AmbiguousMix(Instant at, List<String> libraries) {}
