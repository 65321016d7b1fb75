package cn.venuepass.bootstrap.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java does not send itself. */
final class Signals {
  private Signals() {}

  /** SIGSTOP: the process does nothing more, and does not know. */
  static void freeze(ProcessHandle process) {
    send("STOP", process);
  }

  /** SIGCONT. */
  static void resume(ProcessHandle process) {
    send("CONT", process);
  }

  /** A process that ended in the meantime does not mind. */
  private static void send(String signal, ProcessHandle process) {
    try {
      int unused =
          new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
