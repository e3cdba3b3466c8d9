package org.recipeharness.app;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.Probe;
import org.recipeharness.readiness.RenamedProbe;
import org.recipeharness.readiness.TcpProbe;
import org.recipeharness.stack.StackService;

/** Finds the service that a probe asks. */
final class AskedService {

    private AskedService() {}

    /**
     * Return the service that a probe asks, or the main service if that can't be known, as for a probe of the recipe's own.
     *
     * @return its name within the stack
     */
    static String of(Probe probe, DeployedApp app) {
        return known(probe, app).orElseGet(() -> app.exec().service());
    }

    private static Optional<String> known(Probe probe, DeployedApp app) {
        if (probe instanceof RenamedProbe renamed) {
            return known(renamed.probe(), app);
        }
        if (probe instanceof ExecProbe exec) {
            return Optional.of(exec.service().service());
        }
        if (probe instanceof TcpProbe tcp) {
            return publishing(tcp.address(), app);
        }
        return probe instanceof HttpProbe http ? answering(http.request().address(), app) : Optional.empty();
    }

    /** By the port that is asked on the node, or by the label that routes requests for the domain to it. */
    private static Optional<String> answering(URI address, DeployedApp app) {
        return publishing(InetSocketAddress.createUnresolved(address.getHost(), port(address)), app)
                .or(() -> only(
                        app,
                        service -> service.declared().stream()
                                .anyMatch(label -> label.value().contains(address.getHost()))));
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }

    private static Optional<String> publishing(InetSocketAddress address, DeployedApp app) {
        return only(
                app,
                service -> service.ports().stream()
                        .filter(port -> "tcp".equals(port.protocol()))
                        .map(port -> app.address(port.published()))
                        .anyMatch(published -> published.getPort() == address.getPort()
                                && published.getHostString().equals(address.getHostString())));
    }

    /** The service that is such; empty if several are. */
    private static Optional<String> only(DeployedApp app, Predicate<StackService> such) {
        List<String> found = app.stack().services().stream()
                .filter(such)
                .map(StackService::name)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
