package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricNamesTest {
  @Test
  void expressionsShouldBeReadForTheNamesInThem() {
    assertThat(
            MetricNames.usedIn(
                "histogram_quantile(0.99, sum by (le, instance) (rate(a_bucket{b=\"c\", d=~\"5..\"}[5m])))"
                    + " > 1e3 and on (e) (hour() < 13) or f:g / ignoring(h) i_total unless absent (j)"))
        .containsExactly("a_bucket", "f:g", "i_total", "j");
  }

  @Test
  void aScrapeShouldBeReadForTheNamesInIt() {
    assertThat(
            MetricNames.shown(
                "# HELP a_total what\n# TYPE a_total counter\na_total 1\nb{c=\"d e\"} 2\n"))
        .containsExactly("a_total", "b");
  }
}
