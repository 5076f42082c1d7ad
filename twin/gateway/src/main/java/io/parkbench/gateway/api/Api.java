package io.parkbench.gateway.api;

import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.api.web.Front;
import io.parkbench.gateway.api.web.Idempotency;
import io.parkbench.gateway.api.web.OpenApi;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Router;
import io.parkbench.gateway.config.Configuration;
import io.parkbench.gateway.config.Part;
import io.parkbench.gateway.config.SiteEditor;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebService;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The gateway's REST API (R-BEMS-5, 8, 9, 10). Reads are answered from snapshots by whatever thread asks, so that a slow or hostile client cannot
 * delay the loop; commands are carried out on the loop, and what they have changed is in what is read afterwards.
 */
public final class Api implements WebService {
  /** Where all of it is. */
  public static final String BASE = "/api/v2";

  private final Facts facts;
  private final Snapshots snapshots;
  private final EventFeed feed;
  private final EventStreams streams;
  private final SiteEditor editor;
  private final Numbers numbers = new Numbers();
  private final DocsPage docs = new DocsPage();
  private final Front front;
  private volatile boolean started;
  private volatile boolean asked;

  /**
   * An API that answers 503 until {@link #started}. On the loop's thread.
   *
   * @param views what the gateway knows now; asked on the loop's thread only
   * @param faults told what was answered with 500, by any thread
   */
  public Api(
      Loop loop, Site site, Supplier<GatewayView> views, Commands commands, Gatekeeper keeper, Consumer<Front.Fault> faults) {
    facts = Facts.of(site, loop.now());
    snapshots = new Snapshots(loop, views, facts, numbers);
    feed = new EventFeed(loop, snapshots, facts.boot());
    streams = new EventStreams(loop, feed, keeper);
    OpenApi description = OpenApi.get();
    Map<String, Operation> operations = new TreeMap<>();
    new LoginDesk(keeper, streams, loop::now).addTo(operations);
    new Description(description).addTo(operations);
    new Reading(snapshots).addTo(operations);
    new Points(snapshots).addTo(operations);
    new ReductionDesk(snapshots, commands, keeper, feed, site.settings()::remote, loop::now).addTo(operations);
    new ServiceDesk(snapshots, commands, keeper, feed, loop::now).addTo(operations);
    editor = new SiteEditor(site);
    Editing editing = new Editing(editor, commands, keeper, snapshots, feed, loop::now);
    for (Part part : Part.values()) {
      new EntryDesk(part, editor, editing).addTo(operations);
    }
    new CardFileDesk(editor, editing).addTo(operations);
    new SiteDesk(editor, editing, commands, keeper, loop::now).addTo(operations);
    new UserDesk(keeper, streams, loop::now).addTo(operations);
    new EventDesk(feed, streams).addTo(operations);
    front = new Front(
        description, new Router(description.routes(), operations), new AccessGate(keeper, loop::now), () -> started, this::asked,
        new Idempotency(loop::now), facts.boot(), faults);
  }

  /** Somebody has logged in and asks: from now on events are kept. */
  private void asked(WebService.Reply reply) {
    if (!asked) {
      asked = true;
      reply.onLoop(feed::on);
    }
  }

  /** The gateway has started: requests are served from now on. */
  public void started() {
    started = true;
  }

  /** The gateway stops: nobody is served any more, and streams end. On the loop's thread. */
  public void stopped() {
    started = false;
    streams.close();
  }

  /** What zones and stations are called by. */
  public Numbers numbers() {
    return numbers;
  }

  /** The site as it is configured, and as it will be after a restart. */
  public Configuration configuration() {
    return editor.present();
  }

  /** Told by the gateway when something may have changed. */
  public EventFeed events() {
    return feed;
  }

  /** Names this run of the gateway, another after each start. */
  public String boot() {
    return facts.boot();
  }

  @Override
  public void handle(WebRequest request, Reply reply) {
    if (docs.isAt(request)) {
      docs.answer(request, reply);
    } else {
      front.handle(request, reply);
    }
  }
}
