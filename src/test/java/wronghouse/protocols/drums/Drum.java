package wronghouse.protocols.drums;

import wronghouse.protocols.smoke.Smoke;

/** Imports another protocol. */
public record Drum(Smoke other) {}
