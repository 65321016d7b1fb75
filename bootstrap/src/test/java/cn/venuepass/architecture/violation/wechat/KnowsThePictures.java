package cn.venuepass.architecture.violation.wechat;

import cn.venuepass.architecture.violation.qrcode.KnowsTheMain;

/** Breaks: WeChat knows no other adapter. */
public record KnowsThePictures(KnowsTheMain main) {}
