package cn.venuepass.architecture.violation.rest;

import cn.venuepass.architecture.violation.qrcode.KnowsTheMain;

/** Breaks: the web knows no other adapter. */
public record KnowsTheDatabase(KnowsTheMain main) {}
