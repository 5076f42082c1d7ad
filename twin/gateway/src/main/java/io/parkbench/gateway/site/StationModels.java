package io.parkbench.gateway.site;

import io.parkbench.gateway.site.StationModel.Outlet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The station models shipped (R-SITE-6). */
public final class StationModels {
  /** Floors that no standard lowers: domestic sockets, and the City (R-ALLOC-3). */
  private static final int TE_FLOOR_DA = 100;

  private static final int CITY_FLOOR_DA = 140;

  /** No standard names a floor for DC; our reading is the 6 A of AC, on the supply side. */
  private static final int DC_FLOOR_DA = 60;

  public static final StationModel CITY = ac("city", "EVlink City", outlet(Socket.T2, 320, CITY_FLOOR_DA),
      outlet(Socket.T2, 320, CITY_FLOOR_DA));
  public static final StationModel PARKING = ac("parking", "EVlink Parking", outlet(Socket.T2, 320, 0), outlet(Socket.T2, 320, 0));
  public static final StationModel SMART_WALLBOX = ac("smart-wallbox", "EVlink Smart Wallbox T2", outlet(Socket.T2, 320, 0));
  public static final StationModel SMART_WALLBOX_TE = ac("smart-wallbox-te", "EVlink Smart Wallbox T2/TE",
      outlet(Socket.T2_TE, 320, TE_FLOOR_DA));
  public static final StationModel PRO_AC = ac("pro-ac", "EVlink Pro AC", outlet(Socket.T2, 320, 0));
  public static final StationModel PRO_AC_METAL = ac("pro-ac-metal", "EVlink Pro AC Metal", outlet(Socket.T2, 320, 0));
  public static final StationModel DC_24 = dc("dc-24", "EVlink DC 24 kW", 24_000, true, false, Socket.CCS2, Socket.CHADEMO);
  public static final StationModel DC_60 = dc("dc-60", "EVlink DC 60 kW", 60_000, true, false, Socket.CCS2, Socket.CHADEMO);
  public static final StationModel DC_180 = dc("dc-180", "EVlink Pro DC 120-180 kW", 180_000, false, false, Socket.CCS2,
      Socket.CCS2);
  public static final StationModel GENERIC_AC = new StationModel(
      "generic-ac", "OCPP 1.6J AC station", List.of(outlet(Socket.T2, 800, 0)), null, null, false, true, DcSupply.NONE, true);
  public static final StationModel GENERIC_DC = dc("generic-dc", "OCPP 1.6J DC station", 400_000, false, true, Socket.CCS2);

  private static final Map<String, StationModel> BY_KEY = new TreeMap<>();

  static {
    for (StationModel model : List.of(
        CITY, PARKING, SMART_WALLBOX, SMART_WALLBOX_TE, PRO_AC, PRO_AC_METAL, DC_24, DC_60, DC_180, GENERIC_AC, GENERIC_DC)) {
      BY_KEY.put(model.key(), model);
    }
  }

  private StationModels() {}

  /** All models, by key. */
  public static List<StationModel> all() {
    return List.copyOf(BY_KEY.values());
  }

  /** The model a site file calls {@code key}, or null. */
  public static @Nullable StationModel byKey(String key) {
    return BY_KEY.get(key);
  }

  private static Outlet outlet(Socket socket, int maxDa, int fixedFloorDa) {
    return new Outlet(socket, maxDa, 0, fixedFloorDa);
  }

  private static StationModel ac(String key, String title, Outlet... outlets) {
    return new StationModel(key, title, List.of(outlets), null, null, false, true, DcSupply.NONE, false);
  }

  /** The efficiency, power factor and standby are our assumption for converters of this size; the guide gives none. */
  private static StationModel dc(
      String key, String title, int watts, boolean oneAtATime, boolean generic, Socket... sockets) {
    List<Outlet> outlets = Arrays.stream(sockets).map(s -> new Outlet(s, 0, watts, DC_FLOOR_DA)).toList();
    return new StationModel(key, title, outlets, null, watts, oneAtATime, false, new DcSupply(0.95, 0.98, 100), generic);
  }
}
