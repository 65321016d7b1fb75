package cn.venuepass.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.WxMaSubscribeService;
import cn.binarywang.wx.miniapp.api.WxMaUserService;
import cn.binarywang.wx.miniapp.api.impl.WxMaSubscribeServiceImpl;
import cn.binarywang.wx.miniapp.api.impl.WxMaUserServiceImpl;
import cn.binarywang.wx.miniapp.bean.WxMaJscode2SessionResult;
import cn.binarywang.wx.miniapp.bean.WxMaStableAccessTokenRequest;
import cn.venuepass.application.access.SharedToken;
import cn.venuepass.application.access.SharedTokens;
import com.google.gson.JsonParseException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;

/**
 * WxJava's mini-program services over the JDK's HTTP client. WxJava's own ways to send are not
 * used: they log addresses with secrets and tokens in them, sleep between attempts, put codes into
 * addresses without escaping them, and fetch an access token to sign somebody in, who needs none.
 */
final class WxJavaClient {
  private static final Set<Integer> TOKEN_REFUSED = Set.of(40001, 40014, 42001);
  private static final String JSON = "application/json";

  private final WeChatSettings settings;
  private final TimedHttp http;
  private final AccessTokenKeeper tokens;
  private final WxMaUserService users;
  private final WxMaSubscribeService subscriptions;

  WxJavaClient(WeChatSettings settings, SharedTokens shared, InstantSource clock) {
    this.settings = settings;
    this.http = new TimedHttp(settings.connect(), settings.read());
    this.tokens =
        new AccessTokenKeeper(
            shared,
            settings.appId(),
            this::fetchToken,
            settings.connect().plus(settings.read()),
            clock);
    WxMaService sender = sendingWith(this::post);
    this.users = new WxMaUserServiceImpl(sender);
    this.subscriptions = new WxMaSubscribeServiceImpl(sender);
  }

  /** What WxJava says about people. */
  WxMaUserService users() {
    return users;
  }

  /** WxJava's subscribe messages. */
  WxMaSubscribeService subscriptions() {
    return subscriptions;
  }

  /** Who presents a login code. Needs no access token. */
  WxMaJscode2SessionResult session(String code) throws WxErrorException {
    Map<String, String> query =
        Map.of(
            "appid",
            settings.appId(),
            "secret",
            settings.secret(),
            "js_code",
            code,
            "grant_type",
            "authorization_code");
    URI address = address(WxMaService.JSCODE_TO_SESSION_URL, query);
    return WxMaJscode2SessionResult.fromJson(answer(HttpRequest.newBuilder(address).GET()));
  }

  /** Posts with the token that all nodes share; if WeChat refuses it, once more with the next. */
  private String post(String url, String body) throws WxErrorException {
    SharedToken token = tokens.current();
    try {
      return post(url, token, body);
    } catch (WxErrorException e) {
      if (!TOKEN_REFUSED.contains(e.getError().getErrorCode())) {
        throw e;
      }
      return post(url, tokens.after(token), body);
    }
  }

  private String post(String url, SharedToken token, String body) throws WxErrorException {
    return answer(posting(address(url, Map.of("access_token", token.value())), body));
  }

  private WxAccessToken fetchToken(boolean force) throws WxErrorException {
    WxAccessToken token = WxAccessToken.fromJson(answer(askForToken(force)));
    if (token.getAccessToken() == null || token.getExpiresIn() <= 0) {
      throw new NoAnswer("an access token that is none");
    }
    return token;
  }

  /** The interface that gives every node the same token, and ends it only when told to. */
  private HttpRequest.Builder askForToken(boolean force) {
    var request = new WxMaStableAccessTokenRequest();
    request.setAppid(settings.appId());
    request.setSecret(settings.secret());
    request.setForceRefresh(force);
    return posting(address(WxMaService.GET_STABLE_ACCESS_TOKEN, Map.of()), request.toJson());
  }

  private String answer(HttpRequest.Builder request) throws WxErrorException {
    TimedHttp.Answer answer = http.send(request.build());
    if (!answer.isSuccess()) {
      throw new NoAnswer("HTTP status " + answer.status());
    }
    return checked(answer.body());
  }

  /** A body that is JSON and no error. WeChat's words about an error go no further than here. */
  private static String checked(String body) throws WxErrorException {
    WxError error = error(body);
    if (error.getErrorCode() != 0) {
      throw new WxErrorException(
          WxError.builder().errorCode(error.getErrorCode()).errorMsg("").build());
    }
    return body;
  }

  private static WxError error(String body) {
    try {
      WxError error = WxError.fromJson(body);
      if (error != null) {
        return error;
      }
    } catch (JsonParseException
        | IllegalStateException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw new NoAnswer("an answer that is no JSON");
    }
    throw new NoAnswer("an empty answer");
  }

  private static HttpRequest.Builder posting(URI address, String body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", JSON)
        .POST(BodyPublishers.ofString(body));
  }

  private URI address(String url, Map<String, String> query) {
    String path = url.substring(WeChatSettings.OFFICIAL.toString().length());
    String encoded =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
            .collect(joining("&", query.isEmpty() ? "" : "?", ""));
    return URI.create(settings.base() + path + encoded);
  }

  /** WxJava's service, of which its parts need that it can post. */
  private static WxMaService sendingWith(Sender sender) {
    return (WxMaService)
        Proxy.newProxyInstance(
            WxMaService.class.getClassLoader(),
            new Class<?>[] {WxMaService.class},
            (proxy, method, arguments) -> {
              if ("post".equals(method.getName())
                  && arguments[0] instanceof String url
                  && arguments[1] instanceof String body) {
                return sender.post(url, body);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  @FunctionalInterface
  private interface Sender {
    String post(String url, String body) throws WxErrorException;
  }
}
