package wronghouse.cellar;

/** Lives in a room that is not in the table. */
public record Barrel() {}
