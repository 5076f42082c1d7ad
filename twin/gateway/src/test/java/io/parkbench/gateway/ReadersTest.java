package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.access.Change;
import io.parkbench.gateway.access.Door;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Gatekeepers;
import io.parkbench.gateway.access.LoginResult;
import io.parkbench.gateway.access.Origin;
import io.parkbench.gateway.api.Api;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.User;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What readers on a live gateway's HTTP threads cost its loop: nothing each, and so much a second however many they are (R-BEMS-5). */
class ReadersTest {
  private static final String YAML = ApiYard.SITE.replace("settings: {",
      "settings: {security: {requests_per_s: 1000, request_burst: 10000}, ");
  private static final List<
      String> TARGETS = List.of("/zones", "/stations", "/points", "/site", "/stations/1", "/zones/2", "/transactions");

  private final Yard yard = new Yard(YAML);
  private final AtomicInteger views = new AtomicInteger();
  private final Set<Thread> viewers = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<WebResponse> answers = new ConcurrentLinkedQueue<>();
  private final Api api;
  private final WebHeaders headers;

  ReadersTest() {
    Site site = Yard.site(YAML);
    Gatekeeper keeper = Gatekeepers.bench(site, new Seed(1));
    assertTrue(keeper.accounts().add(ApiYard.READER, User.Role.WEBSERVICES, ApiYard.PASSWORD) instanceof Change.Done);
    api = new Api(yard.time.loop(), site, this::view, new FakeCommands(yard.time::now), keeper, fault -> {
      throw new AssertionError(fault.what(), fault.cause());
    });
    api.started();
    Origin origin = new Origin("10.0.0.7", "1");
    headers = switch (keeper.login(yard.time.now(), origin, Door.API, ApiYard.READER, ApiYard.PASSWORD)) {
      case LoginResult.Granted granted -> WebHeaders.of("Authorization", "Bearer " + granted.token());
      case LoginResult.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private GatewayView view() {
    views.incrementAndGet();
    viewers.add(Thread.currentThread());
    return yard.gateway.view();
  }

  /** A request as a server's thread brings it, which the loop hears of by posts only. */
  private void read(int turn) {
    String target = Api.BASE + TARGETS.get(turn % TARGETS.size());
    api.handle(new WebRequest("GET", target, headers, new byte[0], "10.0.0.7", true), new WebService.Reply() {
      @Override
      public void send(WebResponse response) {
        answers.add(response);
      }

      @Override
      public void onLoop(Runnable task) {
        yard.time.post(task);
      }

      @Override
      public boolean isOnLoop() {
        return false;
      }
    });
  }

  @Test
  void readsAreAnsweredWhileTheLoopStandsStill() throws InterruptedException {
    read(0);
    yard.pass(Duration.ofMillis(1));
    assertEquals(1, answers.size());
    int before = views.get();
    List<Thread> readers = new ArrayList<>();
    for (int reader = 0; reader < 4; reader++) {
      readers.add(Thread.ofPlatform().name("parkbench-reader-" + reader).start(() -> {
        for (int i = 0; i < 250; i++) {
          read(i);
        }
      }));
    }
    for (Thread reader : readers) {
      reader.join();
    }
    assertEquals(1_001, answers.size(), "without the loop");
    answers.forEach(answer -> assertEquals(200, answer.status(), answer.text()));
    assertEquals(before, views.get());
    assertEquals(Set.of(Thread.currentThread()), viewers, "who looks at the gateway");
  }

  @Test
  void aSecondOfReadersCostsFiveViewsHoweverManyTheyAre() {
    read(0);
    yard.pass(Duration.ofSeconds(1));
    int before = views.get();
    for (int i = 0; i < 5_000; i++) {
      read(i);
      yard.pass(Duration.ofMillis(2));
    }
    assertEquals(5_001, answers.size());
    int made = views.get() - before;
    assertTrue(made >= 45 && made <= 52, made + " views in 10 s");
  }

  @Test
  void whenNobodyReadsAnyMoreNothingIsMade() {
    read(0);
    yard.pass(Duration.ofMinutes(2));
    int before = views.get();
    yard.pass(Duration.ofMinutes(10));
    assertEquals(before, views.get());
  }
}
