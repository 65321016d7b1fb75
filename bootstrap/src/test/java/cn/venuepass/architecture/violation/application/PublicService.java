package cn.venuepass.architecture.violation.application;

import cn.venuepass.architecture.violation.rest.KnowsTheDatabase;

/** Breaks: the application knows no technology, and services hide behind their ports. */
public record PublicService(KnowsTheDatabase web) {}
