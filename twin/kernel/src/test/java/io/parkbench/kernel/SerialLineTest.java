package io.parkbench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.parkbench.kernel.SerialLine.Parity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialLineTest {
  @Test
  void whatIsLeftOutIsTheDefaultOfModbus() {
    assertEquals(new SerialLine("/dev/ttyUSB0", 19_200, Parity.EVEN, 1), SerialLine.parse("/dev/ttyUSB0"));
    assertEquals(11, SerialLine.parse("/dev/ttyUSB0").bitsPerByte());
  }

  @Test
  void settingsFollowAQuestionMark() {
    assertEquals(new SerialLine("/dev/ttyS1", 9_600, Parity.NONE, 2), SerialLine.parse("/dev/ttyS1?baud=9600&parity=none&stop=2"));
    assertEquals(new SerialLine("COM3", 115_200, Parity.ODD, 1), SerialLine.parse("COM3?parity=odd&baud=115200"));
  }

  @Test
  void aLineIsWrittenAsItIsRead() {
    SerialLine line = new SerialLine("/dev/ttyS1", 9_600, Parity.NONE, 2);
    assertEquals("/dev/ttyS1?baud=9600&parity=none&stop=2", line.text());
    assertEquals(line, SerialLine.parse(line.text()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      textBlock = """
          /dev/x?baud=9601      | serial line "/dev/x?baud=9601": baud=9601 is not one of [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200]
          /dev/x?parity=perhaps | serial line "/dev/x?parity=perhaps": parity=perhaps is not one of [none, even, odd]
          /dev/x?stop=          | serial line "/dev/x?stop=": stop= is not one of [1, 2]
          /dev/x?speed=9600     | serial line "/dev/x?speed=9600": "speed" is not one of [baud, parity, stop]
          /dev/x?               | serial line "/dev/x?": "" is not one of [baud, parity, stop]
          ?baud=9600            | a serial line begins with the path of its device, such as /dev/ttyUSB0: "?baud=9600"
          """)
  void whatIsWrongIsNamedWithWhatMayStandThere(String text, String message) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, () -> SerialLine.parse(text)).getMessage());
  }
}
