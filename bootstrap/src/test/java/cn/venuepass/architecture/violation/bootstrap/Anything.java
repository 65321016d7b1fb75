package cn.venuepass.architecture.violation.bootstrap;

/** Something in the place that chooses. */
public record Anything() {}
