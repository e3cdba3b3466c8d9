package org.recipeharness.architecture.violating.recipe;

import org.recipeharness.architecture.violating.swarm.ProcessManager;

/** Uses a package that comes after its own. */
public record UpwardUser(ProcessManager later) {}
