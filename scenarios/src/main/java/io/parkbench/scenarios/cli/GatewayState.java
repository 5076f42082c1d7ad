package io.parkbench.scenarios.cli;

import io.parkbench.gateway.access.AccountStoreException;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Gatekeepers;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.site.StationModel;
import io.parkbench.protocol.make.StationMakeFile;
import io.parkbench.wire.web.Certificates;
import io.parkbench.wire.web.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder in which a gateway keeps between starts what is its own: logins, certificate, the site as it was changed over the API. */
record GatewayState(Path folder) {

  /** Where it is if nobody says: the user's data folder, as desktops have it. */
  static Path usual() {
    String data = System.getenv("XDG_DATA_HOME");
    return data != null && !data.isBlank() ? Path.of(data, "parkbench-gateway")
        : Path.of(System.getProperty("user.home"), ".local", "share", "parkbench-gateway");
  }

  static GatewayState in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new GatewayState(folder);
  }

  Path siteFile() {
    return folder.resolve("site.yaml");
  }

  /** The site as it was changed over the API; null where it never was. */
  @Nullable
  Site site() throws IOException, SiteException {
    return Files.exists(siteFile()) ? SiteFile.load(siteFile()) : null;
  }

  /** Keeps a changed site for the next start, whole or not at all; only the owner can read it, as it names cards. */
  void keep(Site site) {
    try {
      for (StationModel model : site.ownModels()) {
        Files.writeString(folder.resolve(model.key() + ".json"), StationMakeFile.write(model.make()));
      }
      Path beside = Files.createTempFile(folder, ".site", ".new");
      Files.writeString(beside, site.text());
      Files.move(beside, siteFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(siteFile() + " cannot be written: " + e.getMessage(), e);
    }
  }

  Identity identity() throws IOException {
    return Certificates.in(folder.resolve("tls"), List.of());
  }

  Gatekeeper keeper(Site site) {
    try {
      return Gatekeepers.live(site, folder.resolve("accounts.json"), folder.resolve("pepper"));
    } catch (AccountStoreException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }
}
