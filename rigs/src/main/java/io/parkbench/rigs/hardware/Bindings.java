package io.parkbench.rigs.hardware;

import io.parkbench.rigs.file.RigFile;
import java.util.function.Consumer;

/**
 * What a bench with real devices needs to know besides its plan.
 *
 * @param told hears what happens to real devices, a line each, while it happens
 */
public record Bindings(RigFile rig, People people, Consumer<String> told) {}
