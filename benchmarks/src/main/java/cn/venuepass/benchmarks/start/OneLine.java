package cn.venuepass.benchmarks.start;

/** The least that a virtual machine can be started for. */
public final class OneLine {
  private OneLine() {}

  public static void main(String[] arguments) {
    System.out.println("ready");
  }
}
