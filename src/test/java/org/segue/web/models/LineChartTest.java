package org.segue.web.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segue.web.models.LineChart.Point;

class LineChartTest {

    @Test
    void line_goesFromTheFirstToWhereItStands_largestOnTop() {
        LineChart chart = LineChart.of(List.of(new Point(1, 0.5), new Point(2, 0.2), new Point(3, 0.1)), 5);

        assertThat(chart)
                .isEqualTo(new LineChart(
                        "M0.0 0.0L25.0 75.0L50.0 100.0", "M0.0 0.0h0M25.0 75.0h0M50.0 100.0h0", 0.5, 0.1));
    }

    @Test
    void line_thatIsFlat_isDrawn() {
        assertThat(LineChart.of(List.of(new Point(1, 0.2), new Point(2, 0.2)), 2)
                        .path())
                .isEqualTo("M0.0 0.0L100.0 0.0");
    }

    @Test
    void line_ofManyPoints_hasFewer_theLastOfThemIncluded() {
        List<Point> points = IntStream.rangeClosed(1, 9_999)
                .mapToObj(epoch -> new Point(epoch, 1.0 / epoch))
                .toList();

        String path = LineChart.of(points, 9_999).path();
        assertThat(path.split("L")).hasSizeBetween(100, 202);
        assertThat(path).endsWith("L100.0 100.0");
    }
}
