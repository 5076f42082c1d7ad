package io.parkbench.gateway.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a site file: YAML to {@link Site}, or all that is wrong with it at once (R-SITE-1). */
public final class SiteFile {
  private SiteFile() {}

  /**
   * The site that a file describes.
   *
   * @throws IOException if the file cannot be read
   * @throws SiteException with all problems, if it is not a valid site
   */
  public static Site load(Path file) throws IOException, SiteException {
    return parse(file.toString(), Files.readString(file));
  }

  /**
   * The site that a text describes.
   *
   * @param name what messages call the file
   * @throws SiteException with all problems, if it is not a valid site
   */
  public static Site parse(String name, String yaml) throws SiteException {
    throw new UnsupportedOperationException("to come");
  }
}
