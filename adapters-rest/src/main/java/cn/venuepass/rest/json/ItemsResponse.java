package cn.venuepass.rest.json;

import java.util.List;

/** A list that is short enough to come whole. */
public record ItemsResponse<T>(List<T> items) {}
