package org.recipeharness.swarm;

import java.util.List;

/** What one look at a {@link FakeSwarm} sees. */
record Picture(List<ServiceState> services, List<TaskState> tasks) {}
