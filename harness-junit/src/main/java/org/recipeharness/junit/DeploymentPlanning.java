package org.recipeharness.junit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ExecProbe;
import org.recipeharness.app.MainService;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.compose.Overlay;
import org.recipeharness.data.DeclaredDatabase;
import org.recipeharness.deployment.Applicability;
import org.recipeharness.deployment.Drift;
import org.recipeharness.deployment.ReadinessCheck;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.Tier;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.TcpProbe;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.restore.Drill;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.upgrade.Base;

/** Turns a {@link RecipeDeployment} into a plan, and finds all that is wrong with it before anything starts. */
final class DeploymentPlanning {

    /** The name of a probe that asks over HTTP. */
    static final String HTTP = "http";

    /** What the name of a probe that connects begins with; its port follows. */
    static final String TCP = "tcp-";

    /** What the name of a probe that runs a program begins with; the program follows. */
    static final String EXEC = "exec-";

    private static final int HTTP_PORT = 80;

    private final Class<?> testClass;
    private final RecipeDeployment deployment;
    private final Settings settings;

    DeploymentPlanning(Class<?> testClass, RecipeDeployment deployment, Settings settings) {
        this.testClass = testClass;
        this.deployment = deployment;
        this.settings = settings;
    }

    /** Makes the plan; of the recipe that a class is invoked for, where it declares none. */
    RunPlan plan(Optional<String> invoked) {
        try {
            settings.text(Setting.TIER).ifPresent(Tier::of);
            settings.text(Setting.FROM).ifPresent(Base::named);
            settings.text(Setting.DRILLS).ifPresent(Drill::named);
            return new RunPlan(
                    recipe(invoked),
                    new MainService(List.of(deployment.mainService())),
                    drift(),
                    readiness(),
                    databases(),
                    deployment.reattachSecrets(),
                    warm(deployment.warm()),
                    applicability());
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "@RecipeDeployment of " + testClass.getName() + ": " + e.getMessage(), e);
        }
    }

    private RecipeName recipe(Optional<String> invoked) {
        String declared = deployment.value();
        if (!declared.isEmpty()) {
            return new RecipeName(declared);
        }
        return invoked.or(() -> settings.text(Setting.RECIPE))
                .map(RecipeName::new)
                .orElseThrow(() ->
                        new IllegalArgumentException("it names no recipe, so one must be chosen with -Drecipe=<name>"));
    }

    private Drift drift() {
        return new Drift(
                assignments(deployment.settings()),
                assignments(deployment.upgradeSettings()),
                Arrays.stream(deployment.overlays()).map(this::overlay).toList());
    }

    private static Map<String, String> assignments(String[] written) {
        var assignments = new LinkedHashMap<String, String>();
        for (String setting : written) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("found the setting '" + setting + "', expected NAME=value");
            }
            assignments.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return assignments;
    }

    private Overlay overlay(String name) {
        try (InputStream resource = testClass.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException(
                        "found the overlay '" + name + "', expected a resource beside the test class of that name");
            }
            return new Overlay(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("found the overlay '" + name + "', which can't be read", e);
        }
    }

    private List<DeclaredDatabase> databases() {
        var databases = new ArrayList<DeclaredDatabase>();
        for (PostgresMarker marker : deployment.postgres()) {
            if (marker.service().isBlank()) {
                throw new IllegalArgumentException(
                        "found a @PostgresMarker without a service, expected a service's name within the stack");
            }
            databases.add(
                    new DeclaredDatabase(marker.service(), marker.database(), marker.user(), marker.passwordSecret()));
        }
        return databases;
    }

    private Applicability applicability() {
        var reasons = new EnumMap<Tier, String>(Tier.class);
        for (NotApplicable declared : deployment.notApplicable()) {
            if (reasons.put(declared.tier(), declared.because()) != null) {
                throw new IllegalArgumentException("found two @NotApplicable of the tier '"
                        + declared.tier().word() + "', expected one reason");
            }
        }
        var declared = new Applicability(reasons);
        return settings.text(Setting.FROM).isPresent() ? declared.exceptOf(Tier.UPGRADE, Tier.REATTACH) : declared;
    }

    private List<ReadinessCheck> readiness() {
        var checks = new ArrayList<ReadinessCheck>();
        for (Ready ready : deployment.ready()) {
            checks.add(new ReadinessCheck(probe(ready), Budget.parse(ready.budget())));
        }
        return checks;
    }

    private ReadinessCheck warm(Ready ready) {
        boolean elsewhere = ready.tcp() != Ready.UNSET || ready.port() != Ready.UNSET || ready.exec().length > 0;
        if (elsewhere || (ready.by() == AppProbe.class && !ready.http().startsWith("/"))) {
            throw new IllegalArgumentException(
                    "found warm = @Ready(...) that does not ask over HTTPS at the app's domain,"
                            + " expected either http = \"/path\" without a port, or by, a probe that does");
        }
        AppProbe probe =
                ready.by() == AppProbe.class ? app -> new HttpProbe("warm", app.http(ready.http())) : made(ready.by());
        return new ReadinessCheck(probe, Budget.parse(ready.budget()));
    }

    private AppProbe probe(Ready ready) {
        var ways = new ArrayList<AppProbe>();
        if (ready.by() != AppProbe.class) {
            ways.add(made(ready.by()));
        }
        if (ready.tcp() != Ready.UNSET) {
            int port = port("tcp", ready.tcp());
            ways.add(app -> new TcpProbe(TCP + port, app.address(port)));
        }
        if (!ready.http().isEmpty()) {
            ways.add(http(ready));
        }
        if (ready.exec().length > 0) {
            ways.add(app -> exec(ready, app));
        }
        if (ways.size() != 1) {
            throw new IllegalArgumentException("found a @Ready with " + ways.size()
                    + " ways to look, expected exactly one of by, tcp, http and exec");
        }
        return ways.get(0);
    }

    private static AppProbe made(Class<? extends AppProbe> probe) {
        try {
            return ReflectionSupport.newInstance(probe);
        } catch (Exception e) {
            // Whatever the constructor throws, or that there is none: reflection passes it on as it is.
            throw new IllegalArgumentException(
                    "found @Ready(by = " + probe.getSimpleName() + ".class), of which no probe can be made,"
                            + " expected a class with a constructor without parameters",
                    e);
        }
    }

    private static int port(String field, int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "found @Ready(" + field + " = " + port + "), expected a port from 1 to 65535");
        }
        return port;
    }

    private AppProbe http(Ready ready) {
        if (!ready.http().startsWith("/")) {
            throw new IllegalArgumentException(
                    "found @Ready(http = \"" + ready.http() + "\"), expected a path that begins with a slash");
        }
        if (ready.port() == Ready.UNSET && settings.ingress().isPresent()) {
            return app -> new HttpProbe(HTTP, app.http(ready.http()));
        }
        int port = ready.port() == Ready.UNSET ? HTTP_PORT : port("port", ready.port());
        return app -> {
            var node = app.address(port);
            return new HttpProbe(
                    HTTP, URI.create("http://" + node.getHostString() + ":" + node.getPort() + ready.http()));
        };
    }

    private static ExecProbe exec(Ready ready, DeployedApp app) {
        ServiceExec service = ready.service().isEmpty() ? app.exec() : app.exec(ready.service());
        return new ExecProbe(EXEC + ready.exec()[0], service, List.of(ready.exec()));
    }
}
