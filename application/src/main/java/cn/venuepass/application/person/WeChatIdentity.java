package cn.venuepass.application.person;

/** Who signs in, as WeChat knows them: the open id of one person in one mini-program. */
public record WeChatIdentity(String openId) {
  @Override
  public String toString() {
    return "WeChatIdentity[***]";
  }
}
