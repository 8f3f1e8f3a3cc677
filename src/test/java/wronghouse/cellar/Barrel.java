package wronghouse.cellar;

/** Lives in a room that is not in the table, and names things as nobody does. */
public record Barrel(String keeper) {

    static final int MOST_BARRELS = 1;

    /** Staves of a barrel, one more than a call should have. */
    record Staves(int a, int b, int c, int d, int e, int f, int g, int h, int i) {

        static Staves none() {
            return new Staves(0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }
}
