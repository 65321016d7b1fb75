package cn.venuepass.architecture.violation.application;

/** Something that waits for another system. */
public record WeChatLogin() {}
