package io.parkbench.plant.charger;

import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.IdTagInfo;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who may charge: asks the central system, or decides by the authorization cache and the offline keys where it cannot be asked
 * (OCPP 1.6 §3.5). Tags differ only in more than case.
 */
final class IdTags {
  private static final int CACHE_SIZE = 1_000;

  private final Registration central;
  private final ConfigurationKeys keys;
  private final StationClock clock;
  private final Map<String, IdTagInfo> cache = new LinkedHashMap<>();

  IdTags(Registration central, ConfigurationKeys keys, StationClock clock) {
    this.central = central;
    this.keys = keys;
    this.clock = clock;
  }

  /** Decides now or later, once, and tells {@code verdict} whether the tag is accepted. */
  void authorise(String idTag, Consumer<Boolean> verdict) {
    if (keys.localPreAuthorize.isTrue() && isCachedAsAccepted(idTag)) {
      verdict.accept(true);
      return;
    }
    central.call(new Authorize.Req(idTag), new Callback<>() {
      @Override
      public void answered(Authorize.Conf conf) {
        learn(idTag, conf.idTagInfo());
        verdict.accept(conf.idTagInfo().status() == AuthorizationStatus.Accepted);
      }

      @Override
      public void failed(Failure failure) {
        verdict.accept(switch (failure) {
          case Failure.Refused refused -> false;
          case Failure.BadAnswer bad -> false;
          case Failure.TimedOut timedOut -> acceptedOffline(idTag);
          case Failure.LinkClosed closed -> acceptedOffline(idTag);
        });
      }
    });
  }

  private boolean acceptedOffline(String idTag) {
    if (keys.localAuthorizeOffline.isTrue() && cached(idTag) != null) {
      return isCachedAsAccepted(idTag);
    }
    return keys.allowOfflineTxForUnknownId.isTrue();
  }

  /** The central system has said something about a tag, in whichever message. */
  void learn(String idTag, IdTagInfo info) {
    if (keys.authorizationCacheEnabled.isTrue()) {
      cache.remove(key(idTag));
      cache.put(key(idTag), info);
      if (cache.size() > CACHE_SIZE) {
        cache.remove(cache.keySet().iterator().next());
      }
    }
  }

  /** Forgets all; false where there is no cache to clear. */
  boolean clearCache() {
    cache.clear();
    return keys.authorizationCacheEnabled.isTrue();
  }

  /** Whether one tag may stop what the other started: the same tag, or one of the same known group. */
  boolean belongTogether(String a, String b) {
    if (key(a).equals(key(b))) {
      return true;
    }
    String group = group(a);
    return group != null && group.equals(group(b));
  }

  private @Nullable String group(String idTag) {
    IdTagInfo info = cached(idTag);
    String parent = info == null ? null : info.parentIdTag();
    return parent == null ? null : key(parent);
  }

  private boolean isCachedAsAccepted(String idTag) {
    IdTagInfo info = cached(idTag);
    return info != null
        && info.status() == AuthorizationStatus.Accepted
        && (info.expiryDate() == null || info.expiryDate().isAfter(clock.instant()));
  }

  private @Nullable IdTagInfo cached(String idTag) {
    return keys.authorizationCacheEnabled.isTrue() ? cache.get(key(idTag)) : null;
  }

  private static String key(String idTag) {
    return idTag.toLowerCase(Locale.ROOT);
  }
}
