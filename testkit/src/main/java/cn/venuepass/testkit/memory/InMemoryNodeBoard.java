package cn.venuepass.testkit.memory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import cn.venuepass.application.board.MinuteScans;
import cn.venuepass.application.board.NodeBoard;
import cn.venuepass.application.board.NodeFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class InMemoryNodeBoard implements NodeBoard {
  private final InMemoryStore store;
  private final Map<UUID, NodeFigures> nodes;
  private final Map<UUID, List<MinuteScans>> scans;

  InMemoryNodeBoard(InMemoryStore store) {
    this.store = store;
    this.nodes = store.table();
    this.scans = store.table();
  }

  @Override
  public void write(NodeFigures node, List<MinuteScans> minutes) {
    store.run(
        () -> {
          List<MinuteScans> kept = new ArrayList<>(scans.getOrDefault(node.id(), List.of()));
          minutes.stream()
              .map(MinuteScans::minute)
              .min(Instant::compareTo)
              .ifPresent(first -> kept.removeIf(counted -> !counted.minute().isBefore(first)));
          kept.addAll(minutes);
          scans.put(node.id(), kept);
          return nodes.put(node.id(), node);
        });
  }

  @Override
  public List<NodeFigures> nodes(Instant seenSince) {
    return store.run(
        () ->
            nodes.values().stream()
                .filter(node -> !node.seenAt().isBefore(seenSince))
                .sorted(comparing(NodeFigures::startedAt).thenComparing(NodeFigures::id))
                .toList());
  }

  @Override
  public List<MinuteScans> scans(Instant from) {
    return store.run(
        () ->
            scans.values().stream()
                .flatMap(Collection::stream)
                .filter(counted -> !counted.minute().isBefore(from))
                .collect(
                    groupingBy(
                        counted -> new MinuteScans(counted.minute(), counted.outcome(), 0),
                        summingLong(MinuteScans::scans)))
                .entrySet()
                .stream()
                .map(
                    sum ->
                        new MinuteScans(
                            sum.getKey().minute(), sum.getKey().outcome(), sum.getValue()))
                .toList());
  }

  @Override
  public void wipe(Instant nodesBefore, Instant minutesBefore) {
    store.run(
        () -> {
          scans.replaceAll(
              (node, minutes) ->
                  minutes.stream()
                      .filter(counted -> !counted.minute().isBefore(minutesBefore))
                      .toList());
          return nodes.values().removeIf(node -> node.seenAt().isBefore(nodesBefore));
        });
  }

  @Override
  public void remove(UUID node) {
    store.run(() -> nodes.remove(node));
  }
}
