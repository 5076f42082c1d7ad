package io.parkbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;

/** Who may know whom. Arrows point down only, from features to the kernel. */
@AnalyzeClasses(packages = "io.parkbench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  @ArchTest static final ArchRule KERNEL = only("kernel")
      .because("everything stands on the kernel: an arrow out of it would be a circle");

  @ArchTest static final ArchRule WIRE = only("wire", "kernel")
      .because("a carrier moves bytes and decides nothing, so it needs no word of any protocol");

  @ArchTest static final ArchRule PROTOCOL = only("protocol", "kernel")
      .because("the protocol is what both sides speak, so it belongs to neither");

  @ArchTest static final ArchRule GATEWAY = only("gateway", "protocol", "kernel")
      .because(
          "the system under test sees frames, registers, requests and pins only, as on a real site: a real site can take the plant's place");

  @ArchTest static final ArchRule PLANT = only("plant", "protocol", "kernel")
      .because("the world does not know who controls it: another central system can take the gateway's place");

  @ArchTest static final ArchRule RIGS = only("rigs", "gateway", "plant", "wire", "protocol", "kernel")
      .because("a rig puts gateway, plant and carriers together; what is said to it comes from above");

  @ArchTest static final ArchRule REPORTS = only("reports", "protocol", "kernel")
      .because("evidence is drawn from a run folder alone, also from that of a real site");

  @ArchTest static final ArchRule SCENARIOS = only("scenarios", "rigs", "reports", "gateway", "plant", "wire", "protocol", "kernel")
      .because("features and benchmarks use the scenarios, never the other way round");

  @ArchTest static final ArchRule ALLOCATION = onlyPackages("io.parkbench.gateway.allocation")
      .because("who gets how much is a pure function of its arguments: it can be proved and measured alone");

  @ArchTest static final ArchRule NO_CYCLES = slices().matching("io.parkbench.(**)").should().beFreeOfCycles()
      .because("packages in a circle are one package: they can only be understood, tested and replaced together");

  @ArchTest static final ArchRule NULL_MARKED = classes().should(liveInANullMarkedPackage())
      .because("without @NullMarked in package-info.java NullAway and its readers cannot tell what may be null");

  /** What the list of forbidden calls cannot name, because it is read on Maven's own JDK, which may be older. */
  @ArchTest static final ArchRule NO_NEWER_FORBIDDEN_CALLS = noClasses()
      .should().callMethod(Thread.class, "sleep", Duration.class)
      .orShould().callMethod(Thread.class, "startVirtualThread", Runnable.class)
      .orShould().callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
      .because("code waits with loop.after(delay, task), and a real thread has a name: Thread.ofPlatform().name(\"parkbench-…\")");

  /** Code of the module {@code name} uses, of ours, itself and the modules {@code below}. */
  private static ArchRule only(String name, String... below) {
    String[] packages = new String[below.length + 1];
    packages[0] = "io.parkbench." + name + "..";
    for (int i = 0; i < below.length; i++) {
      packages[i + 1] = "io.parkbench." + below[i] + "..";
    }
    return onlyPackages(packages);
  }

  private static ArchRule onlyPackages(String... packages) {
    return classes().that().resideInAPackage(packages[0])
        .should().onlyDependOnClassesThat(not(resideInAPackage("io.parkbench..")).or(resideInAnyPackage(packages)));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package with @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " has no package-info.java with @NullMarked"));
        }
      }
    };
  }
}
