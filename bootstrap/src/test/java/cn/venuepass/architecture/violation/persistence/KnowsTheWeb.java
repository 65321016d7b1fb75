package cn.venuepass.architecture.violation.persistence;

import cn.venuepass.architecture.violation.rest.KnowsTheDatabase;

/** Breaks: the store knows no other adapter. */
public record KnowsTheWeb(KnowsTheDatabase web) {}
