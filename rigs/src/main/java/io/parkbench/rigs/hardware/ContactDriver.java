package io.parkbench.rigs.hardware;

/** What moves a real contact (R-RIG-5). All on the loop's thread. */
public interface ContactDriver extends AutoCloseable {
  /** A closed contact gives its input the high level. */
  void move(boolean closed, Done done);

  @Override
  void close();
}
