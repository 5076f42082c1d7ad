package io.parkbench.wire.pins;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.parkbench.kernel.Pin;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Linux's GPIO character device, uAPI v2, by calls of the C library (R-DI-4). */
final class CharacterDevice implements Gpio {
  private static final int READ_ONLY_CLOSE_ON_EXEC = 0x80000;
  private static final short READABLE = 1;

  private static final int NOT_PERMITTED = 1;
  private static final int NO_FILE = 2;
  private static final int ACCESS = 13;
  private static final int BUSY = 16;
  private static final int NO_DEVICE = 19;
  private static final int INVALID = 22;
  private static final int NO_TERMINAL = 25;

  @Override
  public Line request(Pin.GpioLine pin) throws IOException {
    if (!"Linux".equals(System.getProperty("os.name"))) {
      throw new IOException("GPIO lines need Linux: give input '" + pin.name() + "' another source");
    }
    C c = C.library();
    try (Arena arena = Arena.ofConfined()) {
      int chip = c.open(pin.chip());
      if (chip < 0) {
        throw new IOException(cannotOpen(pin, -chip));
      }
      try {
        MemorySegment request = arena.allocate(GpioStructs.REQUEST);
        GpioStructs.fillRequest(request, pin.line(), "parkbench " + pin.name(), pin.debounce());
        int result = c.ioctl(chip, GpioStructs.GET_LINE, request);
        if (result < 0) {
          throw new IOException(cannotTake(pin, -result));
        }
        return new Taken(c, pin, request.get(JAVA_INT, GpioStructs.at(GpioStructs.REQUEST, "fd")));
      } finally {
        c.close(chip);
      }
    }
  }

  static String cannotOpen(Pin.GpioLine pin, int error) {
    return switch (error) {
      case NO_FILE, NO_DEVICE -> "there is no GPIO chip " + pin.chip() + ": gpiodetect lists them";
      case ACCESS, NOT_PERMITTED -> pin.chip() + " may not be opened: put this user into its group (often gpio)";
      default -> pin.chip() + " cannot be opened: error " + error;
    };
  }

  static String cannotTake(Pin.GpioLine pin, int error) {
    String line = "line " + pin.line() + " of " + pin.chip();
    return switch (error) {
      case BUSY -> line + " is in use by another program or driver: gpioinfo tells by whom; end it or take another line";
      case INVALID -> line + " is not there or has no edges: gpioinfo lists the lines; take another";
      case NO_TERMINAL -> pin.chip() + " is no GPIO chip, or its kernel is older than Linux 5.10";
      case ACCESS, NOT_PERMITTED -> line + " may not be taken: put this user into the chip's group (often gpio)";
      case NO_DEVICE -> pin.chip() + " is gone: plug it in again";
      default -> line + " cannot be taken: error " + error;
    };
  }

  /** A line that is ours. */
  private static final class Taken implements Line {
    private final C c;
    private final Pin.GpioLine pin;
    private final int fd;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment values = arena.allocate(GpioStructs.VALUES);
    private final MemorySegment event = arena.allocate(GpioStructs.EVENT);
    private final MemorySegment poll = arena.allocate(GpioStructs.POLL);

    Taken(C c, Pin.GpioLine pin, int fd) {
      this.c = c;
      this.pin = pin;
      this.fd = fd;
      poll.set(JAVA_INT, 0, fd);
      poll.set(JAVA_SHORT, GpioStructs.at(GpioStructs.POLL, "events"), READABLE);
    }

    @Override
    public boolean read() throws IOException {
      values.set(JAVA_LONG, GpioStructs.at(GpioStructs.VALUES, "mask"), 1);
      int result = c.ioctl(fd, GpioStructs.GET_VALUES, values);
      if (result < 0) {
        throw gone(-result);
      }
      return (values.get(JAVA_LONG, 0) & 1) != 0;
    }

    @Override
    public @Nullable Edge next(int millis) throws IOException {
      int ready = c.poll(poll, millis);
      if (ready <= 0) {
        return null;
      }
      long count = c.read(fd, event);
      if (count != event.byteSize()) {
        throw gone((int) -count);
      }
      return GpioStructs.edge(event);
    }

    private IOException gone(int error) {
      return new IOException(cannotTake(pin, error));
    }

    @Override
    public void close() {
      c.close(fd);
      arena.close();
    }
  }

  /** The calls of the C library; what fails gives the negative error number. */
  private static final class C {
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static @Nullable C library;

    private final Linker linker = Linker.nativeLinker();
    private final MethodHandle open = handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), true, 2);
    private final MethodHandle ioctl = handle("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), true, 2);
    private final MethodHandle poll = handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), false, 0);
    private final MethodHandle read = handle("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), true, 0);
    private final MethodHandle close = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), false, 0);

    static synchronized C library() {
      C present = library;
      if (present == null) {
        present = new C();
        library = present;
      }
      return present;
    }

    /**
     * @param named how many arguments of a function of many have names; 0 for a function of a fixed number
     */
    @SuppressWarnings("restricted")
    private MethodHandle handle(String name, FunctionDescriptor descriptor, boolean withError, int named) {
      MemorySegment address = linker.defaultLookup().findOrThrow(name);
      Linker.Option[] options = withError && named > 0
          ? new Linker.Option[] {Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(named)}
          : withError ? new Linker.Option[] {Linker.Option.captureCallState("errno")} : new Linker.Option[0];
      return linker.downcallHandle(address, descriptor, options);
    }

    int open(String path) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment state = arena.allocate(STATE);
        int result = (int) open.invokeExact(state, arena.allocateFrom(path), READ_ONLY_CLOSE_ON_EXEC);
        return result < 0 ? -error(state) : result;
      } catch (Throwable e) {
        throw failed("open", e);
      }
    }

    int ioctl(int fd, long request, MemorySegment argument) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment state = arena.allocate(STATE);
        int result = (int) ioctl.invokeExact(state, fd, request, argument);
        return result < 0 ? -error(state) : result;
      } catch (Throwable e) {
        throw failed("ioctl", e);
      }
    }

    /** Interrupted or timed out is nothing, too. */
    int poll(MemorySegment one, int millis) {
      try {
        return (int) poll.invokeExact(one, 1L, millis);
      } catch (Throwable e) {
        throw failed("poll", e);
      }
    }

    long read(int fd, MemorySegment into) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment state = arena.allocate(STATE);
        long result = (long) read.invokeExact(state, fd, into, into.byteSize());
        return result < 0 ? -error(state) : result;
      } catch (Throwable e) {
        throw failed("read", e);
      }
    }

    void close(int fd) {
      try {
        int result = (int) close.invokeExact(fd);
        if (result < 0) {
          throw new IllegalStateException("a GPIO line could not be let go");
        }
      } catch (Throwable e) {
        throw failed("close", e);
      }
    }

    private static int error(MemorySegment state) {
      return state.get(JAVA_INT, STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno")));
    }

    private static IllegalStateException failed(String call, Throwable e) {
      return new IllegalStateException("the C library's " + call + " cannot be called: " + e.getMessage(), e);
    }
  }
}
