package cn.venuepass.bootstrap.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Sends one request after the other, over one connection as long as the server keeps it. */
final class Fuzzer {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int MOST_PER_CONNECTION = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<Integer> WELCOME = Set.of(200, 201, 202, 204, 409, 422);

  private final URI server;
  private final FuzzWorld world;
  private final FuzzPlans plans;
  private final FuzzJudge judge;
  private final FuzzReport report;

  Fuzzer(URI server, FuzzedDocument document, FuzzWorld world, long seed, FuzzReport report) {
    this.server = server;
    this.world = world;
    this.plans = new FuzzPlans(document, world, new Random(seed));
    this.judge = new FuzzJudge(document, world.marks());
    this.report = report;
  }

  void run(int requests) throws IOException {
    int sent = 0;
    while (sent < requests) {
      try (var socket = new Socket(server.getHost(), server.getPort())) {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        boolean open = true;
        for (int n = 0; open && n < MOST_PER_CONNECTION && sent < requests; n++) {
          open = send(socket, in);
          sent++;
        }
      }
    }
  }

  /** Whether the connection can be used further. */
  private boolean send(Socket socket, InputStream in) {
    FuzzRequest request = plans.next();
    Optional<FuzzAnswer> answer = Optional.empty();
    try {
      write(socket, request);
      answer = FuzzAnswer.read(in, request.method());
    } catch (SocketTimeoutException e) {
      report.fault("no answer in time", request);
      return false;
    } catch (IOException e) {
      // What counts is that there is no answer.
    }
    if (answer.isEmpty()) {
      report.cut();
      if (!request.mayBeCut()) {
        report.fault("hung up", request);
      }
      return false;
    }
    report.count(answer.get().status());
    judge.faultOf(request, answer.get()).ifPresent(fault -> report.fault(fault, request));
    if (WELCOME.contains(answer.get().status())) {
      world.welcome(request.operation(), request.caller());
    }
    learn(request, answer.get());
    return answer.get().leavesOpen() && !request.mayBeCut();
  }

  private static void write(Socket socket, FuzzRequest request) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(request.head());
    bytes.write(request.framedBody());
    try {
      socket.getOutputStream().write(bytes.toByteArray());
      if (request.framing() == FuzzRequest.Framing.CUT_OFF) {
        socket.shutdownOutput();
      }
    } catch (IOException e) {
      if (!request.mayBeCut()) {
        throw e;
      }
    }
  }

  private void learn(FuzzRequest request, FuzzAnswer answer) {
    if (answer.status() >= 200
        && answer.status() < 300
        && request.faithful()
        && answer.contentType().equals("application/json")) {
      try {
        world.learn(request.operation(), JSON.readTree(answer.text()));
      } catch (JsonProcessingException e) {
        report.fault("unreadable JSON", request);
      }
    }
  }
}
