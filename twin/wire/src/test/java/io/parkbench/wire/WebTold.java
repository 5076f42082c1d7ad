package io.parkbench.wire;

import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebResponse;
import java.util.List;

/** Writes down what became of an HTTP request and what its stream said, with the millisecond. */
class WebTold implements WebAnswer {
  private final Loop loop;
  private final String name;
  private final List<String> told;

  WebTold(Loop loop, String name, List<String> told) {
    this.loop = loop;
    this.name = name;
    this.told = told;
  }

  List<String> told() {
    return told;
  }

  void tell(String what) {
    told.add(loop.now() / 1_000 + " " + name + " " + what);
  }

  @Override
  public void answered(WebResponse response) {
    tell(response.status() + " " + response.text());
  }

  @Override
  public void failed(Exchange.Failure why) {
    tell(why.name());
  }

  @Override
  public void heard(String text) {
    tell("+ " + text.strip());
  }

  @Override
  public void ended() {
    tell("ended");
  }
}
