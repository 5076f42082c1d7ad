// Names of zones, stations and meters for lists to choose from.
export const allZones = (world) => world.zones.map((zone) => [zone.id, " ".repeat(zone.depth * 2) + zone.name]);
export const stations = (world) => [...new Map(world.bays.map((bay) => [bay.station, bay.name])).entries()];
