package io.parkbench.gateway.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModelFile;
import io.parkbench.protocol.meter.MeterModels;
import java.util.List;

/** The built-in meter models as entries of a site file would say them, marked {@code built_in} (R-DYN-4). */
public final class BuiltInModels {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<ObjectNode> ALL = MeterModels.all().stream().map(BuiltInModels::entry).toList();

  private BuiltInModels() {}

  /** To be read only. */
  public static List<ObjectNode> all() {
    return ALL;
  }

  private static ObjectNode entry(MeterModel model) {
    try {
      return ((ObjectNode) JSON.readTree(MeterModelFile.write(model))).put("built_in", true);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(model.name(), e);
    }
  }
}
