package io.parkbench.plant.charger;

import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Timer;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One socket of a station as its quirks make it: frames altered, repeated, late or cut off on their way out. What comes in waits
 * while the station is frozen.
 */
final class QuirkyLink implements Link, LinkListener {
  private static final int EACH = 4;
  private static final long RESEND = 10 * Micros.SECOND;
  private static final long AGAIN = 2 * Micros.SECOND;
  private static final long LATE = 35 * Micros.SECOND;
  private static final long OVERLAP = 5 * Micros.SECOND;
  private static final Pattern TRANSACTION = Pattern.compile("\"transactionId\":-?\\d+");
  private static final String BEYOND_INT = "\"transactionId\":4294967297";

  private final WireQuirks wire;
  private final StationLoop loop;
  private final Quirks quirks;
  private final Handshake asked;
  private final LinkListener listener;
  private @Nullable Link link;
  private @Nullable Timer resend;
  private String awaited = "";
  private int sent;

  QuirkyLink(WireQuirks wire, StationLoop loop, Quirks quirks, Handshake asked, LinkListener listener) {
    this.wire = wire;
    this.loop = loop;
    this.quirks = quirks;
    this.asked = asked;
    this.listener = listener;
  }

  Handshake asked() {
    return asked;
  }

  LinkListener listener() {
    return listener;
  }

  private Link link() {
    return Objects.requireNonNull(link);
  }

  @Override
  public String identity() {
    return asked.identity();
  }

  @Override
  public Handshake handshake() {
    return asked;
  }

  @Override
  public void send(String json) {
    if (quirks.isEmpty()) {
      link().send(json);
    } else {
      sendOddly(json);
    }
  }

  private void sendOddly(String json) {
    String text = quirks.has(Quirk.METERVALUES_WRONG_TXID) && isCall(json, "MeterValues") ? wrongTransaction(json) : json;
    sent++;
    if (quirks.has(Quirk.BROKEN_JSON) && sent % EACH == 0) {
      link().sendRaw(text.substring(0, text.length() / 2));
    } else if (quirks.has(Quirk.LATE_REPLY) && (text.startsWith("[3,") || text.startsWith("[4,"))) {
      loop.after(LATE, () -> link().send(text));
    } else {
      link().send(text);
    }
    if (quirks.has(Quirk.RESEND_SAME_MESSAGEID) && text.startsWith("[2,")) {
      awaited = id(text);
      forgetResend();
      resend = loop.after(RESEND, () -> link().send(text));
    }
    if (quirks.has(Quirk.DUPLICATE_START) && isCall(text, "StartTransaction")
        || quirks.has(Quirk.DUPLICATE_STOP) && isCall(text, "StopTransaction")) {
      String id = id(text);
      loop.after(AGAIN, () -> link().send("[2,\"" + id + "-again" + text.substring("[2,\"".length() + id.length())));
    }
  }

  private static boolean isCall(String json, String action) {
    return json.startsWith("[2,") && json.startsWith("\",\"" + action + "\"", 4 + id(json).length());
  }

  /** The message id of a frame as {@code Rpc} writes it. */
  private static String id(String json) {
    return json.substring(4, json.indexOf('"', 4));
  }

  private String wrongTransaction(String json) {
    return TRANSACTION.matcher(json).replaceAll(sent % 2 == 0 ? "\"transactionId\":0" : BEYOND_INT);
  }

  private void forgetResend() {
    if (resend != null) {
      resend.cancel();
      resend = null;
    }
  }

  @Override
  public void sendRaw(String text) {
    link().sendRaw(text);
  }

  @Override
  public void ping() {
    link().ping();
  }

  @Override
  public void close(int code, String reason) {
    over();
    if (quirks.has(Quirk.OVERLAPPING_SOCKETS)) {
      loop.after(OVERLAP, () -> link().close(code, reason));
    } else {
      link().close(code, reason);
    }
  }

  @Override
  public void abandon() {
    over();
    wire.gaveUp();
    link().abandon();
  }

  /** The station drops the link as if it had been lost. */
  void hangUp() {
    over();
    link().close(1000, "");
    listener.closed(this, 1006, "");
  }

  private void over() {
    forgetResend();
    wire.gone(this);
  }

  @Override
  public boolean isOpen() {
    return link != null && link.isOpen();
  }

  @Override
  public void opened(Link opened) {
    link = opened;
    loop.whenAwake(() -> {
      wire.opened(this);
      listener.opened(this);
    });
  }

  @Override
  public void text(Link from, String text) {
    loop.whenAwake(() -> {
      if (resend != null && text.startsWith("\"" + awaited + "\"", 3)) {
        forgetResend();
      }
      listener.text(this, text);
    });
  }

  @Override
  public void pong(Link from) {
    loop.whenAwake(() -> listener.pong(this));
  }

  @Override
  public void closed(Link closed, int code, String reason) {
    loop.whenAwake(() -> {
      over();
      listener.closed(this, code, reason);
    });
  }

  @Override
  public void refused(Handshake refused, int status) {
    loop.whenAwake(() -> listener.refused(asked, status));
  }
}
