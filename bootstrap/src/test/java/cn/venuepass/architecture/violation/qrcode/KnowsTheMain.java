package cn.venuepass.architecture.violation.qrcode;

import cn.venuepass.architecture.violation.bootstrap.Anything;

/** Breaks: no adapter knows the wiring. */
public record KnowsTheMain(Anything anything) {}
