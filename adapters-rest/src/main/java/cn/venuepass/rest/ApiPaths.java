package cn.venuepass.rest;

/** Where the API begins. */
public final class ApiPaths {
  public static final String BASE = "/api/v1";

  private ApiPaths() {}
}
