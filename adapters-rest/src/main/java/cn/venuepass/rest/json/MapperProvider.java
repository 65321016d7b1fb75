package cn.venuepass.rest.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;

/** Gives Jersey the API's own JSON. */
public final class MapperProvider implements ContextResolver<ObjectMapper> {
  private final ObjectMapper mapper = Json.mapper();

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return mapper;
  }
}
