package wronghouse.protocols.smoke;

/** Is imported where it should not be. */
public record Smoke() {}
