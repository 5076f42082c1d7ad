package io.parkbench.scenarios.cli;

import io.parkbench.plant.charger.ChargePointModel;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.make.StationMake;
import io.parkbench.protocol.make.StationMakeFile;
import io.parkbench.protocol.make.StationMakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The charger that a command is told: a make that ships, or a model file. */
final class ChargerFile {
  private static final double VOLTS = 230;

  private ChargerFile() {}

  /** Its model; an unknown name fails with {@link IllegalArgumentException} that names those there are. */
  static ChargePointModel model(String nameOrFile) throws IOException {
    StationMake make = make(nameOrFile);
    return make == null ? ChargerModels.named(nameOrFile) : ChargerModels.of(make, VOLTS);
  }

  /** What a charger of that make does oddly. */
  static List<Quirk> quirks(String nameOrFile) throws IOException {
    StationMake make = make(nameOrFile);
    return make == null ? List.of() : ChargerModels.quirks(make);
  }

  private static @Nullable StationMake make(String nameOrFile) throws IOException {
    return nameOrFile.endsWith(".json") ? StationMakeFile.read(nameOrFile, Files.readString(Path.of(nameOrFile)))
        : StationMakes.named(nameOrFile);
  }
}
