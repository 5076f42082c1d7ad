package io.parkbench.scenarios.runner;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/** Makes the step classes and what they ask for anew for each scenario, around the one {@link RunSettings} of the run. */
final class StepObjects implements ObjectFactory {
  private final RunSettings settings;
  private final Set<Class<?>> types = new LinkedHashSet<>();
  private @Nullable MutablePicoContainer container;

  StepObjects(RunSettings settings) {
    this.settings = settings;
  }

  @Override
  public boolean addClass(Class<?> type) {
    if (type != RunSettings.class && types.add(type)) {
      for (Constructor<?> constructor : type.getConstructors()) {
        for (Class<?> needed : constructor.getParameterTypes()) {
          addClass(needed);
        }
      }
    }
    return true;
  }

  @Override
  public void start() {
    MutablePicoContainer fresh = new PicoBuilder().withCaching().build();
    fresh.addComponent(settings);
    types.forEach(fresh::addComponent);
    container = fresh;
  }

  @Override
  public void stop() {
    container = null;
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    if (container == null) {
      throw new IllegalStateException("no scenario is running");
    }
    return container.getComponent(type);
  }
}
