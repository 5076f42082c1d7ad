package io.parkbench.scenarios.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.scenarios.campaign.plan.CaseFile;
import io.parkbench.scenarios.campaign.run.CaseRun;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign, or a shard of it, came to: {@code campaign.json}. Nothing in it depends on the machine or the number of jobs.
 *
 * @param format of the file
 * @param policy what counts for a station that is lost; {@code leases} unless something is to be compared
 * @param horizon asked for, ISO 8601; null when each seed drew its own
 * @param shards of how many the verdicts are, 1 for a whole campaign
 * @param verdicts by rising seed
 */
public record CampaignResult(
    String format, long from, long to, String profile, LeasePolicy policy, @Nullable String horizon, int shards,
    List<Integer> shard,
    List<SeedVerdict> verdicts) {
  public static final String FORMAT = "parkbench-campaign-1";
  private static final String FILE = "campaign.json";

  public CampaignResult {
    shard = List.copyOf(shard);
    verdicts = List.copyOf(verdicts);
  }

  public static CampaignResult of(
      Seeds seeds, String profile, LeasePolicy policy, @Nullable String horizon, List<SeedVerdict> verdicts) {
    return new CampaignResult(
        FORMAT, seeds.from(), seeds.to(), profile, policy, horizon, seeds.shards(), List.of(seeds.shard()), verdicts);
  }

  /** Whether all seeds of the campaign are in it. */
  @JsonIgnore
  public boolean isWhole() {
    return verdicts.size() == to - from + 1;
  }

  /** The command that repeats it; of several shards, the whole campaign. */
  public String command() {
    return CaseRun.command(from, to, profile) + asked()
        + (shards > 1 && shard.size() == 1 ? " --shard " + shard.getFirst() + "/" + shards : "");
  }

  /** The command that repeats one seed of it. */
  public String repeat(long seed) {
    return CaseRun.command(seed, seed, profile) + asked();
  }

  private String asked() {
    return (horizon == null ? "" : " --for " + horizon) + byPolicy(policy);
  }

  /** How a command asks for a policy; by leases it need not. */
  public static String byPolicy(LeasePolicy policy) {
    return policy == LeasePolicy.LEASES ? "" : " --policy " + policy.word();
  }

  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    CaseFile.JSON.writeValue(folder.resolve(FILE).toFile(), this);
  }

  public static CampaignResult read(Path folder) throws IOException {
    return CaseFile.JSON.readValue(folder.resolve(FILE).toFile(), CampaignResult.class);
  }

  /**
   * Joins shards of one campaign; all together they are what one machine would have found.
   *
   * @throws IllegalArgumentException if they are not of one campaign, or one comes twice
   */
  public static CampaignResult merge(List<CampaignResult> parts) {
    CampaignResult first = parts.getFirst();
    List<Integer> shard = new ArrayList<>();
    List<SeedVerdict> verdicts = new ArrayList<>();
    for (CampaignResult part : parts) {
      boolean same = part.from == first.from && part.to == first.to && part.profile.equals(first.profile)
          && part.policy == first.policy && part.shards == first.shards && Objects.equals(part.horizon, first.horizon);
      if (!same) {
        throw new IllegalArgumentException("these are shards of different campaigns");
      }
      for (int index : part.shard) {
        if (shard.contains(index)) {
          throw new IllegalArgumentException("shard " + index + " of " + first.shards + " is given twice");
        }
        shard.add(index);
      }
      verdicts.addAll(part.verdicts);
    }
    shard.sort(Comparator.naturalOrder());
    verdicts.sort(Comparator.comparingLong(SeedVerdict::seed));
    boolean whole = shard.size() == first.shards;
    return new CampaignResult(
        FORMAT, first.from, first.to, first.profile, first.policy, first.horizon, whole ? 1 : first.shards,
        whole ? List.of(0) : shard, verdicts);
  }
}
