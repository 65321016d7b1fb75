package cn.venuepass.application.access;

import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.notification.SmsGateway;

/**
 * How one-time codes reach people.
 *
 * @param limits for the addresses that ask for codes and try them
 * @param shown whether the answer shows the code too, for a demo without any gateway
 */
public record CodesBySms(SmsGateway gateway, RateLimits limits, boolean shown) {}
