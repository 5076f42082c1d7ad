package io.parkbench.gateway.access;

import static io.parkbench.gateway.access.Scene.OTHER;
import static io.parkbench.gateway.access.Scene.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.RemoteControl;
import io.parkbench.gateway.site.User.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at the same time, as on a live gateway's HTTP threads: the rules hold, and nobody waits for ever (ASVS 11.1.6). */
@Timeout(60)
class CrowdTest {
  private final ExecutorService threads = Executors
      .newCachedThreadPool(Thread.ofPlatform().name("parkbench-crowd-", 0).daemon().factory());

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void asvs2_2_1_aCrowdOfGuessersGetsNoMoreGuessesThanOne() throws Exception {
    Scene scene = Scene.peopled();
    long before = scene.gatekeeper.audit().newest(1, 0).size();
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      origins.add(scene.elsewhere());
    }
    AtomicInteger next = new AtomicInteger();
    all(8, () -> {
      for (int i = next.getAndIncrement(); i < origins.size(); i = next.getAndIncrement()) {
        assertFalse(
            scene.gatekeeper.login(scene.now, origins.get(i), Door.API, "uma", "guess " + i) instanceof LoginResult.Granted);
      }
    });
    assertEquals(0, before);
    long looked = scene.audit().stream().filter(line -> line.startsWith("uma LOGIN DENIED wrong password")).count();
    assertTrue(looked >= 1 && looked <= 6, looked + " guesses");
  }

  @Test
  void whileManyLogInOthersAreKnownAndSessionsStayWithinBounds() throws Exception {
    Scene scene = Scene.peopled();
    LoginResult.Granted chief = scene.in("chief");
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      origins.add(scene.elsewhere());
    }
    AtomicInteger next = new AtomicInteger();
    AtomicInteger granted = new AtomicInteger();
    AtomicInteger known = new AtomicInteger();
    List<Future<?>> readers = new ArrayList<>();
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      readers.add(threads.submit(() -> {
        while (over.getCount() > 0) {
          assertTrue(scene.gatekeeper.look(scene.now, chief.token()) instanceof Authentication.Valid);
          known.incrementAndGet();
          scene.gatekeeper.sweep(scene.now);
        }
      }));
    }
    all(6, () -> {
      for (int i = next.getAndIncrement(); i < origins.size(); i = next.getAndIncrement()) {
        if (scene.gatekeeper.login(scene.now, origins.get(i), Door.API, "uma", PASSWORD) instanceof LoginResult.Granted in) {
          granted.incrementAndGet();
          scene.gatekeeper.authenticate(scene.now, origins.get(i), in.token());
        }
      }
    });
    over.countDown();
    for (Future<?> reader : readers) {
      reader.get(10, TimeUnit.SECONDS);
    }
    assertEquals(240, granted.get());
    assertTrue(known.get() > 0);
    Session own = scene.in("uma").session();
    assertEquals(scene.settings.sessionsPerUser(), scene.users().sessionsOf(scene.now, own).size());
    assertEquals(240 + 1 - scene.settings.sessionsPerUser(), scene.ended.size());
  }

  @Test
  void asvs3_3_1_noLoginSurvivesTheChangeOfItsAccount() throws Exception {
    Scene scene = Scene.peopled();
    List<LoginResult.Granted> all = Collections.synchronizedList(new ArrayList<>());
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      origins.add(scene.elsewhere());
    }
    AtomicInteger next = new AtomicInteger();
    all(4, () -> {
      for (int i = next.getAndIncrement(); i < origins.size(); i = next.getAndIncrement()) {
        if (i == 60) {
          Scene.done(scene.gatekeeper.accounts().setEnabled("uma", false));
        }
        if (scene.gatekeeper.login(scene.now, origins.get(i), Door.API, "uma", PASSWORD) instanceof LoginResult.Granted in) {
          all.add(in);
        }
      }
    });
    assertFalse(all.isEmpty());
    for (LoginResult.Granted in : all) {
      assertFalse(scene.isIn(in));
    }
  }

  @Test
  void changesAtTheSameTimeAllHappen() throws Exception {
    Scene scene = Scene.peopled();
    Accounts accounts = scene.gatekeeper.accounts();
    AtomicInteger next = new AtomicInteger();
    all(4, () -> {
      for (int i = next.getAndIncrement(); i < 20; i = next.getAndIncrement()) {
        Scene.done(accounts.add("user " + i, Role.USER, OTHER));
      }
    });
    assertEquals(24, accounts.list().size());
    assertEquals(24, scene.store.load().size());
  }

  @Test
  void moreThanAFewThatWaitForTheirHashAreSentAway() throws Exception {
    HashGate gate = new HashGate(2);
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Callable<String> slow = () -> gate.through(() -> {
      working.countDown();
      await(go);
      return "done";
    });
    List<Future<String>> inside = new ArrayList<>(List.of(threads.submit(slow)));
    await(working);
    inside.add(threads.submit(slow));
    inside.add(threads.submit(slow));
    while (gate.inside() < 3) {
      Thread.onSpinWait();
    }
    assertNull(gate.through(() -> "too many"));
    go.countDown();
    for (Future<String> each : inside) {
      assertEquals("done", each.get(10, TimeUnit.SECONDS));
    }
    assertNotNull(gate.through(() -> "room again"));
  }

  @Test
  void oneHashIsMadeAtATime() throws Exception {
    HashGate gate = new HashGate(100);
    AtomicInteger active = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    PasswordHasher hasher = Scene.peopled().hasher;
    all(6, () -> {
      for (int i = 0; i < 100; i++) {
        gate.through(() -> {
          most.accumulateAndGet(active.incrementAndGet(), Math::max);
          hasher.verifier(PASSWORD);
          active.decrementAndGet();
          return "";
        });
      }
    });
    assertEquals(1, most.get());
  }

  @Test
  void aLoginThatFindsNoRoomIsToldSoAndDoesNotCount() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger drawn = new AtomicInteger();
    Entropy slow = count -> {
      if (drawn.incrementAndGet() > 1) {
        await(go);
      }
      return new byte[count];
    };
    PasswordHasher hasher = PasswordHasher.forBench(new Pepper(new byte[Pepper.LENGTH]), slow, 1);
    Accounts accounts = new Accounts(AccessSettings.DEFAULTS, List.of(), AccountStore.inMemory(), hasher);
    Gatekeeper gatekeeper = new Gatekeeper(AccessSettings.DEFAULTS, () -> RemoteControl.DEFAULTS, accounts, new SecureEntropy());
    Scene.done(accounts.add("chief", Role.ADMIN, PASSWORD));
    List<Future<Change>> adding = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String name = "user " + i;
      adding.add(threads.submit(() -> accounts.add(name, Role.USER, OTHER)));
    }
    while (accounts.hashing() < 9) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 10; i++) {
      assertEquals(new LoginResult.Refused(LoginResult.Code.TOO_BUSY, 2),
          gatekeeper.login(i, new Origin("192.0.2." + i, "t"), Door.API, "chief", PASSWORD));
    }
    go.countDown();
    for (Future<Change> each : adding) {
      Scene.done(each.get(10, TimeUnit.SECONDS));
    }
    assertTrue(gatekeeper.login(20, Scene.HERE, Door.API, "chief", PASSWORD) instanceof LoginResult.Granted);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void all(int count, Runnable task) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      running.add(threads.submit(() -> {
        start.countDown();
        await(start);
        task.run();
      }));
    }
    for (Future<?> each : running) {
      each.get(30, TimeUnit.SECONDS);
    }
  }
}
