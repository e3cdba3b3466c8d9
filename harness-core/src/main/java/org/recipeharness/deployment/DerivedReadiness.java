package org.recipeharness.deployment;

import java.time.Duration;
import java.util.List;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.TcpProbe;
import org.recipeharness.stack.RenderedStack;

/** What can be asked of a recipe for which nobody has declared a probe: that each TCP port it publishes is served. */
final class DerivedReadiness {

    private static final Budget BUDGET = Budget.of(60, Duration.ofSeconds(1));

    private DerivedReadiness() {}

    static List<ReadinessCheck> of(RenderedStack stack) {
        return stack.services().stream()
                .flatMap(service -> service.ports().stream())
                .filter(port -> "tcp".equals(port.protocol()))
                .map(port -> new ReadinessCheck(
                        app -> new TcpProbe("tcp-" + port.published(), app.address(port.published())), BUDGET))
                .toList();
    }
}
