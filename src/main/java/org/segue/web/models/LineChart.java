package org.segue.web.models;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line in a square of 100 by 100, for SVG that is stretched to its place.
 *
 * @param path what an SVG path's {@code d} is: the line
 * @param dots the same for the points by themselves, as strokes without a length
 * @param most the largest value
 * @param least the smallest value
 */
@TemplateData
public record LineChart(String path, String dots, double most, double least) {

    private static final double SIZE = 100;
    private static final int MAX_POINTS = 200;

    /**
     * A point before it is drawn.
     *
     * @param x any scale
     * @param y any scale, finite
     */
    record Point(double x, double y) {}

    /**
     * Draws points.
     *
     * @param points in the order of x; two at least, or there is nothing to see
     * @param last x at the right end, the left end is at 1
     */
    static LineChart of(List<Point> points, double last) {
        double least = points.stream().mapToDouble(Point::y).min().orElse(0);
        double most = points.stream().mapToDouble(Point::y).max().orElse(0);
        double range = most > least ? most - least : 1;
        List<String> places = new ArrayList<>();
        for (Point point : thinned(points)) {
            places.add(place(SIZE * (point.x() - 1) / Math.max(1, last - 1), SIZE * (most - point.y()) / range));
        }
        return new LineChart("M" + String.join("L", places), "M" + String.join("h0M", places) + "h0", most, least);
    }

    // The page is fetched every two seconds: points between pixels would only make it larger.
    private static List<Point> thinned(List<Point> points) {
        int step = 1 + (points.size() - 1) / MAX_POINTS;
        List<Point> kept = new ArrayList<>();
        for (int k = 0; k < points.size(); k += step) {
            kept.add(points.get(k));
        }
        if ((points.size() - 1) % step != 0) {
            kept.add(points.get(points.size() - 1));
        }
        return kept;
    }

    private static String place(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", Math.min(SIZE, x), y);
    }
}
