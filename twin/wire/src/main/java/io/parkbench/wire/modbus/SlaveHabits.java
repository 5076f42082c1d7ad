package io.parkbench.wire.modbus;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What devices on real networks do with their connections, beyond the protocol.
 *
 * @param pieceBytes replies are sent in pieces of so many bytes, a few ms apart; 0: whole
 * @param replies so many replies are gathered and sent in one segment, at least 1
 * @param idle a connection on which nothing was said for so long is closed; zero: never
 * @param connections so many at once, others are closed as soon as they are made; 0: any number
 */
public record SlaveHabits(int pieceBytes, int replies, Duration idle, int connections) {
  /** None of these. */
  public static final SlaveHabits GOOD = new SlaveHabits(0, 1, Duration.ZERO, 0);

  private static final int PIECE_GAP_MILLIS = 3;

  public SlaveHabits {
    if (pieceBytes < 0 || replies < 1 || idle.isNegative() || connections < 0) {
      throw new IllegalArgumentException("no bytes, connections or time below 0, and at least 1 reply");
    }
  }

  /** The habits as netty wants them, for one slave. */
  Consumer<ChannelPipeline> forPipelines() {
    AtomicInteger open = new AtomicInteger();
    return pipeline -> {
      // The first is next to the wire.
      if (replies > 1) {
        pipeline.addFirst(new Gathering());
      }
      if (pieceBytes > 0) {
        pipeline.addFirst(new Cutting());
      }
      if (idle.isPositive()) {
        pipeline.addFirst(new IdleStateHandler(0, 0, idle.toMillis(), TimeUnit.MILLISECONDS), new ClosingWhenIdle());
      }
      if (connections > 0) {
        pipeline.addFirst(new Counting(open));
      }
    };
  }

  /** Sends a reply piece by piece. */
  private final class Cutting extends ChannelOutboundHandlerAdapter {
    private final ArrayDeque<ByteBuf> pieces = new ArrayDeque<>();

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      ByteBuf bytes = (ByteBuf) message;
      boolean idleNow = pieces.isEmpty();
      while (bytes.isReadable()) {
        pieces.add(bytes.readRetainedSlice(Math.min(pieceBytes, bytes.readableBytes())));
      }
      bytes.release();
      promise.setSuccess();
      if (idleNow) {
        sendNext(context);
      }
    }

    private void sendNext(ChannelHandlerContext context) {
      ByteBuf piece = pieces.peek();
      if (piece != null) {
        context.writeAndFlush(piece);
        context.executor().schedule(() -> {
          pieces.remove();
          sendNext(context);
        }, PIECE_GAP_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Keeps replies back until there are enough of them. */
  private final class Gathering extends ChannelOutboundHandlerAdapter {
    private ByteBuf kept = Unpooled.buffer();
    private int count;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      ByteBuf bytes = (ByteBuf) message;
      kept.writeBytes(bytes);
      bytes.release();
      promise.setSuccess();
      if (++count == replies) {
        context.write(kept);
        kept = Unpooled.buffer();
        count = 0;
      }
    }
  }

  private static final class ClosingWhenIdle extends ChannelDuplexHandler {
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
      if (event instanceof IdleStateEvent) {
        context.close();
      } else {
        super.userEventTriggered(context, event);
      }
    }
  }

  private final class Counting extends ChannelInboundHandlerAdapter {
    private final AtomicInteger open;

    Counting(AtomicInteger open) {
      this.open = open;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
      if (open.incrementAndGet() > connections) {
        context.close();
      }
      super.channelActive(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
      open.decrementAndGet();
      super.channelInactive(context);
    }
  }
}
