package cn.venuepass.wechat;

import java.net.URI;
import java.time.Duration;

/**
 * As which mini-program WeChat is asked, and within which limits.
 *
 * @param base where WeChat's interface is
 * @param atOnce how many calls for people who wait there may be at once, and as many for messages
 */
public record WeChatSettings(
    String appId, String secret, URI base, Duration connect, Duration read, int atOnce) {
  public static final URI OFFICIAL = URI.create("https://api.weixin.qq.com");

  @Override
  public String toString() {
    return "WeChatSettings[" + base + "]";
  }
}
