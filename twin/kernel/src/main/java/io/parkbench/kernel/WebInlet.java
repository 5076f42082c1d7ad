package io.parkbench.kernel;

import io.parkbench.kernel.Lane.Transit;

/** What a client hears of a stream that comes from the real world: its chunks, as far as the faults let them through. */
public final class WebInlet {
  /** The real one is latency enough. */
  private static final Latency NONE = new Latency(0, 0);

  private final Time time;
  private final Endpoint to;
  private final FaultRules faults;
  private final WebRecorder recorder;
  private final WebAnswer answer;
  private final Pipe pipe;
  private boolean over;

  /** @param chance what the faults draw from */
  public WebInlet(Time time, Endpoint to, Chance chance, FaultRules faults, WebRecorder recorder, WebAnswer answer) {
    this.time = time;
    this.to = to;
    this.faults = faults;
    this.recorder = recorder;
    this.answer = answer;
    this.pipe = new Pipe(time, NONE, faults, to.name(), chance, Direction.UP, transit -> {}, this::arrived);
  }

  public String name() {
    return to.name();
  }

  /** A chunk has come. */
  public void chunk(String text) {
    if (!over && !text.isEmpty()) {
      String lost = pipe.send(text);
      if (!lost.isEmpty()) {
        recorder.lost(time.now(), to.name(), time.now(), text, lost);
      }
    }
  }

  /** The server has ended it, or the connection is gone. */
  public void end() {
    if (!over) {
      pipe.send("");
    }
  }

  private void arrived(Transit transit) {
    if (over) {
      return;
    }
    Frame frame = transit.frame;
    if (faults.isUnreachable(to.name())) {
      if (frame != null) {
        recorder.lost(time.now(), to.name(), transit.sent, frame.text(), "silence");
      }
    } else if (frame == null) {
      over("end");
      answer.ended();
    } else {
      recorder.chunk(time.now(), to.name(), transit.sent, frame.text());
      answer.heard(frame.text());
    }
  }

  /** The cable is out. */
  public void cut() {
    if (!over) {
      over("cut");
      time.execute(answer::ended);
    }
  }

  /** The client lets go. */
  public void cancel() {
    if (!over) {
      over("cancel");
    }
  }

  private void over(String how) {
    over = true;
    recorder.over(time.now(), to.name(), how);
  }

  public boolean isOver() {
    return over;
  }

  /** A fault is healed. */
  public void release() {
    pipe.release();
  }
}
