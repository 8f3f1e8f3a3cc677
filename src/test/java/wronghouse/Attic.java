package wronghouse;

/** Lives where only Main may. */
public record Attic() {}
