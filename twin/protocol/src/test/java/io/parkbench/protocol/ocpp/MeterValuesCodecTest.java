package io.parkbench.protocol.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Seed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The codec written out for speed does what the general one does, to the letter, also with what is not valid. */
class MeterValuesCodecTest {
  private final PayloadCodec<MeterValues.Req> fast = new MeterValuesCodec();
  private final PayloadCodec<MeterValues.Req> general = new RecordCodec<>(MeterValues.Req.class);
  private final AnyMessage any = new AnyMessage(new Seed(4).fork("meter-values"));

  @Test
  void bothWriteTheSameText() {
    for (int i = 0; i < 1_000; i++) {
      MeterValues.Req message = any.draw(MeterValues.Req.class);
      assertEquals(text(general, message), text(fast, message));
    }
  }

  @Test
  void bothReadTheSameAndRefuseTheSameForTheSameReason() throws Exception {
    for (int i = 0; i < 20; i++) {
      String valid = text(general, any.draw(MeterValues.Req.class));
      assertEquals(outcome(general, valid), outcome(fast, valid));
      for (Mutation mutation : Mutation.of(SchemaOracle.JSON.readTree(valid))) {
        if (mutation.isBeyondAnyTransaction()) {
          continue; // read as none: StrictnessTest
        }
        String text = mutation.payload().toString();
        assertEquals(outcome(general, text), outcome(fast, text));
      }
    }
    for (String text : new String[] {
        "{}",
        "{\"meterValue\":[{}]}",
        "{\"connectorId\":1,\"connectorId\":1}",
        "{\"connectorId\":1,\"meterValue\":[{\"sampledValue\":[{}]}]}",
        "{\"connectorId\":1,\"meterValue\":[{\"sampledValue\":[{\"unit\":\"A\",\"unit\":\"A\"}]}]}"
    }) {
      assertEquals(outcome(general, text), outcome(fast, text));
    }
  }

  private static String text(PayloadCodec<MeterValues.Req> codec, MeterValues.Req message) {
    PayloadWriter out = new PayloadWriter();
    codec.write(message, out);
    return out.take();
  }

  private static String outcome(PayloadCodec<MeterValues.Req> codec, String text) throws IOException {
    try (PayloadReader in = new PayloadReader(text)) {
      in.next();
      return codec.read(in).toString();
    } catch (OcppException e) {
      return e.error() + " " + e.description();
    }
  }
}
