package io.parkbench.gateway.access;

import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.User;
import io.parkbench.kernel.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Knows the open sessions by the hashes of their tokens, and ends them in time (R-BEMS-9; ASVS 3.2, 3.3). Ends are told by {@link #tell}, which is
 * for the caller to call without locks.
 */
final class Sessions {
  private static final int TOKEN_BYTES = 32;
  private static final int ID_BYTES = 9;
  private static final int REMEMBERED = 1000;

  private static final class Entry {
    private final Session session;
    private long lastUse;

    private Entry(Session session) {
      this.session = session;
      this.lastUse = session.issuedAt();
    }

    private long endsAt() {
      return Math.min(session.expiresAt(), lastUse + Micros.of(session.idle()));
    }
  }

  /** A session with its only copy of the token. */
  record Opened(Session session, String token) {}

  private record Ended(Session session, SessionEnd why) {}

  private final Map<String, Entry> byHash = new LinkedHashMap<>();
  private final Map<String, SessionEnd> past = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, SessionEnd> eldest) {
      return size() > REMEMBERED;
    }
  };
  private final Queue<Ended> untold = new ConcurrentLinkedQueue<>();
  private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
  private final AccessSettings settings;
  private final Entropy entropy;

  Sessions(AccessSettings settings, Entropy entropy) {
    this.settings = settings;
    this.entropy = entropy;
  }

  void onEnd(SessionListener listener) {
    listeners.add(listener);
  }

  /** Opens a session, ending the oldest of the same user where there are too many. */
  Opened open(long now, String user, User.Role role, boolean writer, String from, Door door) {
    String token = PasswordHasher.text(entropy.bytes(TOKEN_BYTES));
    String id = PasswordHasher.text(entropy.bytes(ID_BYTES));
    Duration idle = switch (door) {
      case API -> settings.sessionIdle();
      case CONSOLE -> settings.consoleIdle();
    };
    Session session = new Session(id, user, role, writer, AuditLog.plain(from), now, now + Micros.of(settings.sessionLife()), idle);
    String hash = PasswordHasher.digest(token);
    synchronized (this) {
      List<String> own = hashes(entry -> entry.session.user().equals(user));
      for (int i = 0; i <= own.size() - settings.sessionsPerUser(); i++) {
        end(own.get(i), SessionEnd.CROWDED_OUT);
      }
      byHash.put(hash, new Entry(session));
    }
    return new Opened(session, token);
  }

  /** What a token is worth now; {@code use} keeps its session from lying idle. */
  Authentication authenticate(long now, @Nullable String token, boolean use) {
    if (token == null || token.length() > 2 * TOKEN_BYTES) {
      return new Authentication.Unknown();
    }
    String hash = PasswordHasher.digest(token);
    synchronized (this) {
      Entry entry = byHash.get(hash);
      if (entry != null && now >= entry.endsAt()) {
        end(hash, now >= entry.session.expiresAt() ? SessionEnd.LIFE : SessionEnd.IDLE);
        entry = null;
      }
      if (entry == null) {
        SessionEnd why = past.get(hash);
        return why == null ? new Authentication.Unknown() : new Authentication.Expired(why);
      }
      if (use) {
        entry.lastUse = Math.max(entry.lastUse, now);
      }
      return new Authentication.Valid(entry.session);
    }
  }

  /** Ends the sessions that are due. */
  synchronized void sweep(long now) {
    for (String hash : hashes(entry -> now >= entry.endsAt())) {
      Entry entry = byHash.get(hash);
      end(hash, entry != null && now >= entry.session.expiresAt() ? SessionEnd.LIFE : SessionEnd.IDLE);
    }
  }

  /** When the next session ends if nobody uses it; {@link Long#MAX_VALUE} where there is none. */
  synchronized long nextEnd() {
    return byHash.values().stream().mapToLong(Entry::endsAt).min().orElse(Long.MAX_VALUE);
  }

  /** The open sessions of a user, the oldest first. */
  synchronized List<Session> of(long now, String user) {
    return byHash.values().stream().filter(entry -> entry.session.user().equals(user) && now < entry.endsAt())
        .map(entry -> entry.session).toList();
  }

  /** Ends the sessions that {@code which} picks; how many there were. */
  synchronized int end(Predicate<Session> which, SessionEnd why) {
    List<String> hashes = hashes(entry -> which.test(entry.session));
    hashes.forEach(hash -> end(hash, why));
    return hashes.size();
  }

  private void end(String hash, SessionEnd why) {
    Entry entry = byHash.remove(hash);
    if (entry != null) {
      past.put(hash, why);
      untold.add(new Ended(entry.session, why));
    }
  }

  private List<String> hashes(Predicate<Entry> which) {
    List<String> hashes = new ArrayList<>();
    byHash.forEach((hash, entry) -> {
      if (which.test(entry)) {
        hashes.add(hash);
      }
    });
    return hashes;
  }

  /** Tells the listeners of the sessions that ended since. */
  void tell() {
    for (Ended ended = untold.poll(); ended != null; ended = untold.poll()) {
      for (SessionListener listener : listeners) {
        listener.ended(ended.session(), ended.why());
      }
    }
  }
}
