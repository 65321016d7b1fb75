package cn.venuepass.benchmarks.load.generator;

import java.util.List;

/**
 * Who scans what at one side: residents by their access tokens, venues by the posters at their
 * doors.
 *
 * @param in the text of each venue's poster for those who come
 * @param out the text of each venue's poster for those who go
 */
public record World(int port, List<String> tokens, List<String> in, List<String> out) {
  public World {
    tokens = List.copyOf(tokens);
    in = List.copyOf(in);
    out = List.copyOf(out);
  }

  @Override
  public String toString() {
    return "World[port=" + port + ", residents=" + tokens.size() + ", venues=" + in.size() + "]";
  }
}
