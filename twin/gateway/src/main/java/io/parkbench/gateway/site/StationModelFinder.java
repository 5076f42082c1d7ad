package io.parkbench.gateway.site;

import io.parkbench.protocol.make.MakeException;
import io.parkbench.protocol.make.StationMakeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the model that a station names: one that ships, or a file next to the site file, with or without its {@code .json} (R-SITE-6). */
final class StationModelFinder {
  private static final String ENDING = ".json";

  private final @Nullable Path folder;
  private final Map<String, StationModel> found = new LinkedHashMap<>();

  /**
   * @param siteFile what the site file is called; models of its own are looked for in its folder, if it has one
   * @param known models of before, for a text that was a file once
   */
  StationModelFinder(String siteFile, List<StationModel> known) {
    folder = folder(siteFile);
    StationModels.all().forEach(model -> found.put(key(model.key()), model));
    known.forEach(model -> found.putIfAbsent(key(model.key()), model));
  }

  private static @Nullable Path folder(String siteFile) {
    try {
      Path file = Path.of(siteFile);
      return Files.isRegularFile(file) ? file.toAbsolutePath().getParent() : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The names of those that need no file. */
  List<String> names() {
    return found.values().stream().map(StationModel::key).toList();
  }

  /** The model of that name; null where there is none, which has been told. */
  @Nullable
  StationModel find(Value value) {
    String text = value.text(100);
    if (text == null) {
      return null;
    }
    String name = text.endsWith(ENDING) ? text.substring(0, text.length() - ENDING.length()) : text;
    StationModel model = found.get(key(name));
    if (model != null) {
      return model;
    }
    Path file = folder == null || name.contains("/") || name.contains("\\") ? null : folder.resolve(name + ENDING);
    if (file == null || !Files.isRegularFile(file)) {
      List<String> names = new ArrayList<>(names());
      value.error("'" + text + "' is not known here" + Suggest.remedy(text, names) + ", or put a model file " + name + ENDING
          + " next to the site file");
      return null;
    }
    return read(value, name, file);
  }

  private @Nullable StationModel read(Value value, String name, Path file) {
    try {
      StationModel model = StationModels.of(StationMakeFile.read(file.toString(), Files.readString(file)));
      if (!model.key().equals(name)) {
        value.error("the model in " + file + " is called '" + model.key() + "'; give file and model the same name");
        return null;
      }
      found.put(key(name), model);
      return model;
    } catch (MakeException e) {
      value.error(String.valueOf(e.getMessage()).replace("\n", "; "));
    } catch (IOException e) {
      value.error(file + " cannot be read: " + e.getMessage());
    }
    return null;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
