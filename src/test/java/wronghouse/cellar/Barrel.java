package wronghouse.cellar;

/** Lives in a room that is not in the table, and names things as nobody does. */
public record Barrel(String keeper) {

    static final int MOST_BARRELS = 1;
}
