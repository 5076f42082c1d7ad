package io.parkbench.wire.modbus;

import com.digitalpetri.modbus.MbapHeader;
import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.tcp.ModbusTcpCodec;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.parkbench.kernel.Responder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Modbus TCP: the device at an address, or several. */
final class TcpSlave implements AutoCloseable {
  static {
    // Netty would reach for sun.misc.Unsafe, and the JDK would say so on everybody's terminal.
    System.setProperty("io.netty.noUnsafe", System.getProperty("io.netty.noUnsafe", "true"));
  }

  private final NettyTcpServerTransport transport;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  /**
   * @param address whose port may be 0 for a free one
   * @param device asked on a thread of {@code threads}, and may reply from any
   * @param habits what else the connections do; sees each new one
   * @throws UncheckedIOException when the address is taken or not ours
   */
  TcpSlave(EventLoopGroup threads, InetSocketAddress address, Responder device, Consumer<ChannelPipeline> habits) {
    transport = NettyTcpServerTransport.create(config -> {
      config.setBindAddress(address.getAddress().getHostAddress()).setPort(address.getPort()).setEventLoopGroup(threads);
      config.setBootstrapCustomizer(bootstrap -> bootstrap.handler(new Bound()));
      config.setPipelineCustomizer(pipeline -> {
        // In front of the library's own end, which would have a thread wait for each reply.
        pipeline.addAfter(pipeline.context(ModbusTcpCodec.class).name(), "device", new Requests(device));
        habits.accept(pipeline);
      });
    });
    try {
      transport.bind().join();
    } catch (CompletionException e) {
      String where = address.getHostString() + ":" + address.getPort();
      throw new UncheckedIOException(new IOException("cannot serve Modbus at " + where + ": " + e.getMessage(), e));
    }
  }

  /** Threads for slaves; end them with {@link EventLoopGroup#shutdownGracefully}. */
  static EventLoopGroup threads() {
    return new NioEventLoopGroup(1, Thread.ofPlatform().name("parkbench-modbus-slave-", 0).daemon().factory());
  }

  int port() {
    return port.join();
  }

  /** Learns the port once the address is bound. */
  private final class Bound extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
      port.complete(((InetSocketAddress) context.channel().localAddress()).getPort());
      super.channelActive(context);
    }
  }

  /** Takes requests off a connection. */
  private static final class Requests extends SimpleChannelInboundHandler<ModbusTcpFrame> {
    private final Responder device;

    Requests(Responder device) {
      this.device = device;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ModbusTcpFrame frame) {
      byte[] request = new byte[frame.pdu().remaining()];
      frame.pdu().get(request);
      MbapHeader header = frame.header();
      Channel channel = context.channel();
      device.asked(header.unitId(), request, reply -> channel.writeAndFlush(
          new ModbusTcpFrame(
              new MbapHeader(header.transactionId(), header.protocolId(), 1 + reply.length, header.unitId()),
              ByteBuffer.wrap(reply))));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  @Override
  public void close() {
    transport.unbind();
  }
}
