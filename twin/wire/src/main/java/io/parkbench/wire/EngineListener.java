package io.parkbench.wire;

import io.parkbench.kernel.Frame;
import io.parkbench.kernel.Handshake;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.jspecify.annotations.Nullable;

/** Files what Java-WebSocket's engine calls back, and nothing else: an exception in here would vanish in the library. */
final class EngineListener extends WebSocketAdapter {
  private final WebSockets owner;
  private final Connection connection;
  private final WebSockets.@Nullable Judge judge;

  EngineListener(WebSockets owner, Connection connection, WebSockets.@Nullable Judge judge) {
    this.owner = owner;
    this.connection = connection;
    this.judge = judge;
  }

  @Override
  public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(WebSocket socket, Draft draft, ClientHandshake request)
      throws InvalidDataException {
    ConnectionListener listener = null;
    try {
      Handshake handshake = read(request);
      connection.handshake(handshake);
      if (judge != null) {
        listener = judge.judge(handshake, connection);
      }
    } catch (IllegalArgumentException e) {
      owner.note("handshake with an unreadable path " + request.getResourceDescriptor());
    } catch (RuntimeException e) {
      owner.fail(e);
    }
    if (listener == null) {
      throw new InvalidDataException(CloseFrame.REFUSE, "refused");
    }
    connection.hearBy(listener);
    return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
  }

  private static Handshake read(ClientHandshake request) {
    String resource = request.getResourceDescriptor();
    int query = resource.indexOf('?');
    String path = query < 0 ? resource : resource.substring(0, query);
    String identity = URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    List<String> subprotocols = new ArrayList<>();
    for (String name : request.getFieldValue("Sec-WebSocket-Protocol").split("[,;]")) {
      if (!name.isBlank()) {
        subprotocols.add(name.strip());
      }
    }
    String authorization = request.getFieldValue("Authorization");
    return new Handshake(
        identity, subprotocols, authorization.isEmpty() ? null : authorization,
        path.substring(0, Math.max(0, path.lastIndexOf('/'))));
  }

  @Override
  public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
    owner.file(() -> connection.listener().opened(connection));
  }

  @Override
  public void onWebsocketMessage(WebSocket socket, String message) {
    owner.fileFrame(connection, new Frame(Frame.Opcode.TEXT, message));
  }

  @Override
  public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
    // OCPP-J knows text frames only.
    socket.close(CloseFrame.REFUSE, "text frames only");
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata frame) {
    owner.fileFrame(connection, Frame.PING);
  }

  @Override
  public void onWebsocketPong(WebSocket socket, Framedata frame) {
    owner.fileFrame(connection, Frame.PONG);
  }

  @Override
  public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {
    owner.file(() -> {
      connection.release();
      connection.listener().closed(connection, code, reason == null ? "" : reason);
    });
  }

  @Override
  public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

  @Override
  public void onWebsocketError(WebSocket socket, Exception error) {
    owner.note(String.valueOf(error.getMessage()));
  }

  @Override
  public void onWriteDemand(WebSocket socket) {
    connection.write();
  }

  @Override
  public java.net.@Nullable InetSocketAddress getLocalSocketAddress(WebSocket socket) {
    return null;
  }

  @Override
  public java.net.@Nullable InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
    return null;
  }
}
