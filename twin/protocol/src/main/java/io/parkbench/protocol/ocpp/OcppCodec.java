package io.parkbench.protocol.ocpp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Frames to text and back (OCPP-J 1.6 section 4.2), strict both ways: what is not exactly as the standard says can be
 * neither written nor read. One per link end; not for two threads.
 */
public final class OcppCodec {
  /** Characters that a frame may have, if nothing else is said: 64 Ki, some hundred times a usual one. */
  public static final int DEFAULT_LIMIT = 64 * 1024;

  private static final int LONGEST_ID = 36;
  private static final int LONGEST_DESCRIPTION = 255;
  private static final int CALL = 2;
  private static final int RESULT = 3;
  private static final int ERROR = 4;

  /** Finds the call that an answer belongs to. */
  @FunctionalInterface
  public interface Outstanding {
    /** The action called under that id, or null if no call waits for it. */
    @Nullable
    Action action(String messageId);
  }

  private final int limit;
  private final PayloadWriter out = new PayloadWriter();

  public OcppCodec() {
    this(DEFAULT_LIMIT);
  }

  /**
   * @param limit characters that a frame to be read may have
   */
  public OcppCodec(int limit) {
    this.limit = limit;
  }

  /** One line of JSON; the description of an error is cut to 255 characters. */
  public String encode(Frame frame) {
    out.reset();
    switch (frame) {
      case Frame.Call(String id, Request<?> request) -> {
        out.raw("[2,").text(id);
        out.raw(",\"").raw(request.action().name()).raw("\",");
        Payloads.write(request, out);
      }
      case Frame.CallResult(String id, Response response) -> {
        out.raw("[3,").text(id);
        out.raw(',');
        Payloads.write(response, out);
      }
      case Frame.CallError(String id, OcppError error, String description) -> {
        out.raw("[4,").text(id);
        out.raw(",\"").raw(error.name()).raw("\",");
        out.text(description.length() <= LONGEST_DESCRIPTION ? description : description.substring(0, LONGEST_DESCRIPTION));
        out.raw(",{}");
      }
    }
    return out.raw(']').take();
  }

  /**
   * Reads a frame.
   *
   * @param me which end has received it: a call must be one that the other end may make
   * @throws FrameException if it cannot be used, saying what may be done about it
   */
  public Frame decode(String text, Role me, Outstanding outstanding) {
    if (text.length() > limit) {
      throw new FrameException(Oddity.TooLong, null, OcppError.FormationViolation, "more than " + limit + " characters");
    }
    Reading reading = new Reading();
    try (PayloadReader in = new PayloadReader(text)) {
      return reading.frame(in, me, outstanding);
    } catch (JsonEOFException e) {
      throw reading.problem(OcppError.FormationViolation, "no JSON: it ends too soon");
    } catch (JsonProcessingException e) {
      throw reading.problem(OcppError.FormationViolation, "no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a String does not fail to be read
    } catch (FrameException e) {
      throw e;
    } catch (OcppException e) {
      throw reading.problem(e.error(), e.description());
    }
  }

  /** How far the reading of one frame has come, and so what a problem means. */
  private static final class Reading {
    private Oddity oddity = Oddity.NoFrame;
    private @Nullable String id;

    FrameException problem(OcppError error, String what) {
      return new FrameException(oddity, id, error, what);
    }

    Frame frame(PayloadReader in, Role me, Outstanding outstanding) throws IOException {
      if (in.next() != JsonToken.START_ARRAY) {
        throw problem(OcppError.FormationViolation, "not an array");
      }
      if (in.next() != JsonToken.VALUE_NUMBER_INT) {
        throw problem(OcppError.FormationViolation, "no message type");
      }
      int type = in.integer();
      if (type < CALL || type > ERROR) {
        oddity = Oddity.UnknownMessageType;
        throw problem(OcppError.FormationViolation, "message type " + type);
      }
      if (in.next() != JsonToken.VALUE_STRING) {
        throw problem(OcppError.FormationViolation, "no message id");
      }
      String messageId = in.text();
      id = messageId;
      return type == CALL ? call(in, messageId, me) : answer(in, messageId, type, outstanding);
    }

    private Frame call(PayloadReader in, String messageId, Role me) throws IOException {
      oddity = Oddity.BadCall;
      if (messageId.length() > LONGEST_ID) {
        throw problem(OcppError.FormationViolation, "message id longer than " + LONGEST_ID + " characters");
      }
      if (in.next() != JsonToken.VALUE_STRING) {
        throw problem(OcppError.FormationViolation, "no action");
      }
      String name = in.text();
      Action action = Action.named(name);
      if (action == null) {
        throw problem(OcppError.NotImplemented, "no action of OCPP 1.6: " + name);
      }
      if (!action.mayBeCalledBy(me.peer())) {
        throw problem(OcppError.NotSupported, action + " is not for a " + me.peer() + " to call");
      }
      payloadAhead(in);
      Request<?> request = Payloads.read(action.request(), in);
      end(in);
      return new Frame.Call(messageId, request);
    }

    private Frame answer(PayloadReader in, String messageId, int type, Outstanding outstanding) throws IOException {
      oddity = Oddity.UnexpectedAnswer;
      Action action = outstanding.action(messageId);
      if (action == null) {
        throw problem(OcppError.GenericError, "no call waits for this answer");
      }
      oddity = Oddity.BadAnswer;
      if (type == RESULT) {
        payloadAhead(in);
        Response response = Payloads.read(action.response(), in);
        end(in);
        return new Frame.CallResult(messageId, response);
      }
      if (in.next() != JsonToken.VALUE_STRING) {
        throw problem(OcppError.FormationViolation, "no error code");
      }
      OcppError error = OcppError.named(in.text());
      if (error == null) {
        throw problem(OcppError.PropertyConstraintViolation, "not an error code: " + in.text());
      }
      if (in.next() != JsonToken.VALUE_STRING) {
        throw problem(OcppError.FormationViolation, "no error description");
      }
      String description = in.text();
      if (in.next() != JsonToken.START_OBJECT) {
        throw problem(OcppError.FormationViolation, "no error details");
      }
      in.skip();
      end(in);
      return new Frame.CallError(messageId, error, description);
    }

    /** An object; null is taken for an empty one, as section 4.2.1 allows. */
    private void payloadAhead(PayloadReader in) throws IOException {
      JsonToken token = in.next();
      if (token != JsonToken.START_OBJECT && token != JsonToken.VALUE_NULL) {
        throw problem(OcppError.FormationViolation, "the payload is no object");
      }
    }

    private void end(PayloadReader in) throws IOException {
      if (in.next() != JsonToken.END_ARRAY) {
        throw problem(OcppError.FormationViolation, "more elements than a frame has");
      }
      if (in.next() != null) {
        throw problem(OcppError.FormationViolation, "text after the frame");
      }
    }
  }
}
