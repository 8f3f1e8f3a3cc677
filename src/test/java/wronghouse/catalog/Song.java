package wronghouse.catalog;

/** Breaks no rule. */
public record Song() {}
