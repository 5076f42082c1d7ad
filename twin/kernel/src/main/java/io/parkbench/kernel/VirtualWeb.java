package io.parkbench.kernel;

import io.parkbench.kernel.Lane.Transit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP in virtual time: requests and responses by the rules of {@link Exchanges}, streams by those of {@link VirtualStream}. Services are
 * called on the loop's thread; what one throws becomes a 500. A response, or a head, travels on the carrier when it is heard.
 */
final class VirtualWeb implements WebClient, Exchanges.Way<VirtualWeb.Visit, WebResponse> {
  private final VirtualTime time;
  private final Seed seed;
  private final Latency latency;
  private final FaultRules faults;
  private final Carrier carrier;
  private final WebRecorder recorder;
  private final Exchanges<Visit, WebResponse> exchanges;
  private final Map<String, WebService> services = new HashMap<>();
  private final Map<String, Chance> chances = new HashMap<>();
  private final List<VirtualStream> streams = new ArrayList<>();
  private int streamsMade;

  VirtualWeb(VirtualTime time, Seed seed, Recording recording, Carrier carrier, Latency latency, FaultRules faults) {
    this.time = time;
    this.seed = seed;
    this.latency = latency;
    this.faults = faults;
    this.carrier = carrier;
    this.recorder = new WebRecorder(recording);
    this.exchanges = new Exchanges<>(time, seed, latency, faults, "web", to -> this);
  }

  VirtualTime time() {
    return time;
  }

  Carrier carrier() {
    return carrier;
  }

  WebRecorder recorder() {
    return recorder;
  }

  boolean isUnreachable(Endpoint to) {
    return faults.isUnreachable(to.name());
  }

  Pipe pipe(Endpoint to, Direction direction, Consumer<Transit> put, Consumer<Transit> arrive) {
    Chance chance = chances.computeIfAbsent(to.name(), name -> seed.fork(name + "/stream"));
    return new Pipe(time, latency, faults, to.name(), chance, direction, put, arrive);
  }

  void forget(VirtualStream stream) {
    streams.remove(stream);
  }

  void serve(String address, WebService service) {
    services.put(address, service);
  }

  @Override
  public WebCall send(Endpoint to, WebRequest request, long timeout, WebAnswer answer) {
    WebSyntax.check(request);
    Visit visit = new Visit(to, request, answer);
    visit.asked = exchanges.ask(to, visit, timeout, visit);
    return visit;
  }

  @Override
  public void ask(Endpoint to, Visit visit, long deadline, Exchanges.Back<WebResponse> back) {
    WebService service = services.get(to.address());
    if (service == null) {
      back.unreachable();
    } else {
      visit.reach(service, back);
    }
  }

  @Override
  public void replied(Endpoint to, Visit visit, WebResponse response) {
    if (visit.stream == null) {
      carrier.web(to, visit.request, response);
    } else {
      visit.stream.carry(visit.request, response);
    }
  }

  /** The cable of those that {@code rule} touches is out from now on. */
  void cut(FaultRules.Rule rule) {
    exchanges.cut(rule);
    for (VirtualStream stream : List.copyOf(streams)) {
      if (rule.touches(stream.to().name())) {
        stream.cut();
      }
    }
  }

  /** A rule is in force no more. */
  void healed() {
    exchanges.healed();
    for (VirtualStream stream : List.copyOf(streams)) {
      stream.release();
    }
  }

  /** One request, at both ends. */
  final class Visit implements WebCall, WebService.Reply, Exchanges.Answer<WebResponse> {
    private final Endpoint to;
    private final WebRequest request;
    private final WebAnswer answer;
    private final long sent = time.now();
    private Exchanges.@Nullable Handle asked;
    private Exchanges.@Nullable Back<WebResponse> back;
    private @Nullable VirtualStream stream;
    private String problem = "";
    private boolean replied;
    /** Whether the client has heard the outcome or let go. */
    private boolean over;
    private boolean cancelled;
    private boolean cut;

    Visit(Endpoint to, WebRequest request, WebAnswer answer) {
      this.to = to;
      this.request = request;
      this.answer = answer;
    }

    private void reach(WebService service, Exchanges.Back<WebResponse> way) {
      back = way;
      try {
        service.handle(request, this);
      } catch (RuntimeException e) {
        problem = e.getClass().getName();
        if (!replied) {
          send(WebResponse.of(500, WebHeaders.NONE, ""));
        }
      }
    }

    @Override
    public void send(WebResponse response) {
      if (replied) {
        throw new IllegalStateException("the server at " + to.address() + " replied twice to " + request);
      }
      WebSyntax.check(response);
      replied = true;
      boolean whole = WebSyntax.hasBody(request.method(), response.status());
      WebStream chunks = response.stream();
      if (chunks != null) {
        open(chunks, whole);
      }
      if (back != null) {
        back.send(new WebResponse(response.status(), response.headers(), whole ? response.body() : new byte[0], null));
      }
    }

    private void open(WebStream chunks, boolean whole) {
      VirtualStream opening = new VirtualStream(VirtualWeb.this, streamsMade++, to, chunks);
      opening.open();
      if (!whole || cut) {
        opening.cut();
        return;
      }
      stream = opening;
      streams.add(opening);
      if (over) {
        opening.letGo();
      }
    }

    @Override
    public void onLoop(Runnable task) {
      task.run();
    }

    @Override
    public boolean isOnLoop() {
      return true;
    }

    @Override
    public void answered(WebResponse response) {
      over = true;
      recorder.answered(time.now(), to.name(), sent, request, response, problem);
      answer.answered(response);
      if (stream != null && !cancelled) {
        stream.heardBy(answer);
      }
    }

    @Override
    public void failed(Exchange.Failure why) {
      over = true;
      cut = faults.isCut(to.name());
      recorder.failed(time.now(), to.name(), sent, request, why.name());
      if (stream != null) {
        stream.letGo();
      }
      answer.failed(why);
    }

    @Override
    public void cancel() {
      if (cancelled) {
        return;
      }
      cancelled = true;
      if (!over) {
        over = true;
        recorder.failed(time.now(), to.name(), sent, request, "CANCELLED");
        if (asked != null) {
          asked.forget();
        }
      }
      if (stream != null) {
        stream.letGo();
      }
    }
  }
}
