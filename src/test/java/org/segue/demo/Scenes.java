package org.segue.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All scenes, and how close they are to each other. */
final class Scenes {

    static final List<Scene> ALL = Stream.of(FolkScenes.ALL, GuitarScenes.ALL, MachineScenes.ALL, GrooveScenes.ALL)
            .flatMap(List::stream)
            .map(Scene::parse)
            .toList();

    /** How much of a listener's taste for a scene goes to one that is 0, 1 or 2 steps away; the rest gets the floor. */
    private static final double[] KERNEL = {1, 0.22, 0.05};

    private static final double FLOOR = 0.006;

    private Scenes() {}

    /** scenes × scenes, symmetric: the share of a taste for one scene that is a taste for another. */
    static double[][] overlap() {
        boolean[][] near = near();
        int n = ALL.size();
        double[][] overlap = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                int steps = steps(near, a, b);
                overlap[a][b] = steps < KERNEL.length ? KERNEL[steps] : FLOOR;
            }
        }
        return overlap;
    }

    /** Indexes of the scenes next to one. */
    static int[] neighbors(int scene) {
        boolean[] near = near()[scene];
        return IntStream.range(0, near.length).filter(other -> near[other]).toArray();
    }

    private static boolean[][] near() {
        List<String> names = ALL.stream().map(Scene::name).toList();
        boolean[][] near = new boolean[names.size()][names.size()];
        for (int a = 0; a < near.length; a++) {
            for (String name : ALL.get(a).near()) {
                int b = names.indexOf(name);
                near[a][b] = true;
                near[b][a] = true;
            }
        }
        return near;
    }

    private static int steps(boolean[][] near, int from, int to) {
        if (from == to) {
            return 0;
        }
        if (near[from][to]) {
            return 1;
        }
        for (int between = 0; between < near.length; between++) {
            if (near[from][between] && near[between][to]) {
                return 2;
            }
        }
        return KERNEL.length;
    }
}
