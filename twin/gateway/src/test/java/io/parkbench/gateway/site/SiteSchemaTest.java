package io.parkbench.gateway.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.gateway.protection.Curve;
import io.parkbench.kernel.SerialLine;
import io.parkbench.protocol.meter.Format;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.protocol.meter.RegisterType;
import io.parkbench.protocol.meter.WordOrder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use knows the keys and words that the reader knows, no more and no fewer. */
class SiteSchemaTest {

  static Stream<Arguments> mappings() {
    return Stream.of(
        Arguments.of("/properties", Keys.SITE),
        Arguments.of("/$defs/settings/properties", Keys.SETTINGS),
        Arguments.of("/$defs/settings/properties/security/properties", Keys.SECURITY),
        Arguments.of("/$defs/settings/properties/remote_energy_management/properties", Keys.REMOTE),
        Arguments.of("/$defs/zone/properties", Keys.ZONE),
        Arguments.of("/$defs/zone/properties/breaker/properties", Keys.BREAKER),
        Arguments.of("/$defs/station/properties", Keys.STATION),
        Arguments.of("/$defs/connector/properties", Keys.CONNECTOR),
        Arguments.of("/$defs/meter/properties", Keys.METER),
        Arguments.of("/$defs/meter_model/properties", Keys.METER_MODEL),
        Arguments.of("/$defs/meter_model/properties/points/properties", Keys.METER_POINTS),
        Arguments.of("/$defs/meter_point/properties", Keys.METER_POINT),
        Arguments.of("/$defs/input/properties", Keys.INPUT),
        Arguments.of("/$defs/input/properties/source/anyOf/1/properties", Keys.INPUT_SOURCE),
        Arguments.of("/$defs/input/properties/source/anyOf/1/properties/modbus/properties", Keys.INPUT_MODBUS),
        Arguments.of("/$defs/input/properties/source/anyOf/1/properties/gpio/properties", Keys.INPUT_GPIO),
        Arguments.of("/$defs/tariff/properties", Keys.TARIFF),
        Arguments.of("/$defs/card/properties", Keys.CARD),
        Arguments.of("/$defs/user/properties", Keys.USER),
        Arguments.of("/properties/cpo/properties", Keys.CPO),
        Arguments.of("/properties/arrivals/properties", Keys.ARRIVALS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void hasTheReadersKeys(String pointer, Set<String> keys) throws IOException {
    assertEquals(new TreeSet<>(keys), names(schema().at(pointer)));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("/properties/licence/enum", Stream.of(Licence.values()).map(Licence::name)),
        Arguments.of("/$defs/station/properties/model/anyOf/0/enum", StationModels.all().stream().map(StationModel::key)),
        Arguments.of("/$defs/connector/properties/socket/enum", Stream.of(Socket.values()).map(Socket::text)),
        Arguments.of("/$defs/connector/properties/wiring/enum",
            Stream.concat(Stream.of("TRI321"), Stream.of(Wiring.values()).map(Wiring::name))),
        Arguments.of("/$defs/settings/properties/floors/enum", Stream.of(FloorStandard.values()).map(FloorStandard::text)),
        Arguments.of("/$defs/settings/properties/shed_priority/enum", Stream.of(ShedPriority.values()).map(ShedPriority::text)),
        Arguments.of("/$defs/settings/properties/security/properties/password_policy/enum",
            Stream.of(AccessSettings.Policy.values()).map(AccessSettings.Policy::text)),
        Arguments.of("/$defs/settings/properties/remote_energy_management/properties/on_heartbeat_loss/enum",
            Stream.of(RemoteControl.OnLoss.values()).map(RemoteControl.OnLoss::text)),
        Arguments.of("/$defs/settings/properties/remote_energy_management/properties/period_mode/enum",
            Stream.of(RemoteControl.PeriodMode.values()).map(RemoteControl.PeriodMode::text)),
        Arguments.of("/$defs/zone/properties/directive/enum", Stream.of(Directive.values()).map(Directive::text)),
        Arguments.of("/$defs/zone/properties/breaker/properties/curve/enum", Stream.of(Curve.values()).map(Curve::text)),
        Arguments.of("/$defs/zone/properties/auth/enum", Stream.of(AuthMode.values()).map(AuthMode::text)),
        Arguments.of("/$defs/zone/properties/offline_auth/enum", Stream.of(OfflineAuthMode.values()).map(OfflineAuthMode::text)),
        Arguments.of("/$defs/meter/properties/role/enum", Stream.of(Meter.Role.values()).map(Meter.Role::text)),
        Arguments.of("/$defs/meter/properties/model/anyOf/0/enum", MeterModels.names().stream()),
        Arguments.of("/$defs/meter/properties/word_order/enum", Stream.of(WordOrder.values()).map(WordOrder::name)),
        Arguments.of("/$defs/meter/properties/baud/enum", SerialLine.BAUDS.stream().map(String::valueOf)),
        Arguments.of("/$defs/meter/properties/parity/enum", Stream.of(SerialLine.Parity.values()).map(SerialReader::word)),
        Arguments.of("/$defs/meter_model/properties/word_order/enum", Stream.of(WordOrder.values()).map(WordOrder::name)),
        Arguments.of("/$defs/meter_point/properties/format/enum",
            Stream.of(Format.values()).filter(Format::custom).map(Format::text)),
        Arguments.of("/$defs/meter_point/properties/type/enum", Stream.of(RegisterType.values()).map(RegisterType::text)),
        Arguments.of("/$defs/input/properties/lost/enum", Stream.of(Contact.OnLoss.values()).map(Contact.OnLoss::text)),
        Arguments.of("/$defs/user/properties/role/enum", Stream.of(User.Role.values()).map(User.Role::name)),
        Arguments.of("/properties/arrivals/properties/profile/enum",
            Stream.of(Arrivals.Profile.values()).map(Arrivals.Profile::text)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("words")
  void hasTheReadersWords(String pointer, Stream<String> words) throws IOException {
    Set<String> known = new TreeSet<>();
    schema().at(pointer).forEach(word -> known.add(word.asText()));
    assertEquals(new TreeSet<>(words.toList()), known);
  }

  private static Set<String> names(JsonNode mapping) {
    Set<String> names = new TreeSet<>();
    mapping.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in = Objects.requireNonNull(SiteFile.class.getResourceAsStream("site.schema.json"))) {
      return new ObjectMapper().readTree(in);
    }
  }
}
