package org.recipeharness.junit;

import org.junit.jupiter.api.Test;
import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.Tier;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.TcpProbe;

/** Classes with one thing wrong each. */
final class MisconfiguredTestCases {

    private MisconfiguredTestCases() {}

    abstract static class Misconfigured {
        @Test
        void runs() {}
    }

    @RecipeDeployment(value = "sample", ready = @Ready(tcp = 1, budget = "soon"))
    static class BadBudget extends Misconfigured {}

    @RecipeDeployment(value = "sample", ready = @Ready(tcp = 1, http = "/"))
    static class TwoWays extends Misconfigured {}

    @RecipeDeployment(value = "sample", ready = @Ready)
    static class NoWay extends Misconfigured {}

    @RecipeDeployment(value = "sample", ready = @Ready(http = "ping"))
    static class PathWithoutSlash extends Misconfigured {}

    @RecipeDeployment(value = "sample", ready = @Ready(tcp = 70000))
    static class NoSuchPort extends Misconfigured {}

    @RecipeDeployment(value = "sample", ready = @Ready(by = NeedsAnArgument.class))
    static class ProbeThatNeedsAnArgument extends Misconfigured {}

    @RecipeDeployment(value = "sample", settings = "SERVER_PASSWORD")
    static class SettingWithoutEquals extends Misconfigured {}

    @RecipeDeployment(value = "sample", postgres = @PostgresMarker(service = ""))
    static class MarkerOfNoService extends Misconfigured {}

    @RecipeDeployment(
            value = "sample",
            mainService = {})
    static class NoMainService extends Misconfigured {}

    @RecipeDeployment(value = "sample", notApplicable = @NotApplicable(tier = Tier.UPGRADE, because = " "))
    static class NotApplicableWithoutReason extends Misconfigured {}

    @RecipeDeployment(value = "sample", notApplicable = @NotApplicable(tier = Tier.INSTALL, because = "slow"))
    static class NotEvenInstalled extends Misconfigured {}

    @RecipeDeployment(
            value = "sample",
            notApplicable = {
                @NotApplicable(tier = Tier.DRILL, because = "one"),
                @NotApplicable(tier = Tier.DRILL, because = "another")
            })
    static class NotApplicableTwice extends Misconfigured {}

    @RecipeDeployment("../sample")
    static class WrongName extends Misconfigured {}

    @RecipeDeployment
    static class Nameless extends Misconfigured {}

    @RecipeDeployment("sample")
    static class Right extends Misconfigured {}

    static final class NeedsAnArgument implements AppProbe {

        private final int port;

        NeedsAnArgument(int port) {
            this.port = port;
        }

        @Override
        public Probe on(DeployedApp app) {
            return new TcpProbe("needs-an-argument", app.address(port));
        }
    }
}
